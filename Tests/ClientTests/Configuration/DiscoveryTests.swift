import OneDoorClient
import OneDoorJOSE
import OneDoorMessages
import Testing

/// What the provider may say of itself.
@Suite struct DiscoveryTests {
  private func outcome(_ change: @escaping (inout JSONObject) -> Void, issuer: String) throws -> OneDoorError? {
    guard var object = try JSON.parse(FakeMetadata.document(issuer)).object else { return nil }
    change(&object)
    let address = try #require(WebAddress(issuer))
    do throws(OneDoorError) {
      _ = try ProviderSnapshot.checkedMetadata(JSON.object(object).serialized(), issuer: address)
      return nil
    } catch { return error }
  }

  @Test func `sound metadata passes, of a provider elsewhere and of one on this machine`() throws {
    for issuer in ["https://login.example", "http://localhost:8080"] {
      #expect(try outcome({ _ in }, issuer: issuer) == nil)
    }
  }

  @Test(arguments: ["https://login.example/", "https://LOGIN.example", "https://evil.example", ""])
  func `the issuer is the one that was asked, to the letter`(issuer: String) throws {
    #expect(try outcome({ $0["issuer"] = .string(issuer) }, issuer: "https://login.example")?.code == .discovery)
  }

  @Test(arguments: ["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"])
  func `what must be there is there`(name: String) throws {
    #expect(try outcome({ $0[name] = nil }, issuer: "https://login.example")?.code == .discovery)
    #expect(try outcome({ $0[name] = 7 }, issuer: "https://login.example")?.code == .discovery)
  }

  @Test(arguments: [
    "authorization_endpoint", "token_endpoint", "jwks_uri", "revocation_endpoint", "end_session_endpoint",
    "onedoor_revocation_stream", "onedoor_revocation_snapshot",
  ])
  func `no endpoint is plain http, on this machine's ports, or no address`(name: String) throws {
    for address in [
      "http://login.example/x", "http://127.0.0.1/x", "http://localhost:6379/", "https://a@b/", "file:///x",
    ] {
      #expect(try outcome({ $0[name] = .string(address) }, issuer: "https://login.example")?.code == .discovery)
    }
  }

  @Test func `keys are fetched again between a minute and a day`() {
    #expect(ProviderSnapshot.life(cacheControl: ["public, max-age=3600"]) == .seconds(3600))
    #expect(ProviderSnapshot.life(cacheControl: ["max-age=0"]) == .seconds(60))
    #expect(ProviderSnapshot.life(cacheControl: ["Max-Age = 99999999"]) == .seconds(86_400))
    #expect(ProviderSnapshot.life(cacheControl: ["max-age=99999999999999999999999"]) == .seconds(3600))
    #expect(ProviderSnapshot.life(cacheControl: []) == .seconds(3600))
  }

  @Test func `pauses grow, spread, and have an end`() {
    var delay = ReconnectDelay()
    let longest = (0..<20).map { _ in delay.next(lot: 255) }
    #expect(longest.first == .milliseconds(250) && longest.last == .milliseconds(15_000))
    delay.reset()
    #expect(delay.next(lot: 0) == .milliseconds(125))
  }
}
