import onedoor

/// The least file that serves.
let leastFile = """
  issuer: http://localhost:8080
  listen: 127.0.0.1:8080
  data: ./data
  keys: ./keys
  store: sqlite

  """

/// Everything said, most of it stricter than its default.
let fullFile = """
  ---
  # A province's pilot.
  issuer: https://login.example
  listen: [0.0.0.0:443, "[::]:443"]
  data: /srv/onedoor/data
  keys: /srv/onedoor/keys
  store: sqlite
  keys_rotation: 30d
  tls:
    certificate: /etc/onedoor/chain.pem
    key: /etc/onedoor/key.pem
  trusted_proxies: [10.1.2.0/24, "fd00:1::/32"]
  sessions:
    idle: 10m   # stricter than the default
    absolute: 2h
  tokens:
    access: 2m
    id: 1m
    code: 30s
  passwords:
    minimum: 15
  login:
    hashers: 2
    queue: 16
  threads: 2
  limits:
    connections: 512
    headers: 50
    header_bytes: 16KiB
    body_bytes: 32KiB
  metrics:
    listen: 127.0.0.1:9464
  log:
    level: notice
  ...

  """

func load(_ text: String, environment: [String: String] = [:]) throws(ConfigurationErrors) -> Configuration {
  try Configuration.load(text: text, file: "c.yaml", environment: environment, cores: 4)
}

/// What is wrong with a file, line by line; empty where nothing is.
func problems(_ text: String, environment: [String: String] = [:]) -> [String] {
  do throws(ConfigurationErrors) {
    _ = try load(text, environment: environment)
    return []
  } catch {
    return error.problems.map(\.description)
  }
}

/// The file itself, from the folder of the package.
func packageFile(_ path: String, from file: String = #filePath) -> String {
  file.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/") + "/" + path
}
