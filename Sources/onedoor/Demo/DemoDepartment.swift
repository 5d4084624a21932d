import Hummingbird
import Logging
import NIOCore
import OneDoorClient
import OneDoorHummingbird
import OneDoorJOSE
import OneDoorRules
import OneDoorWeb
import ServiceLifecycle

/// One of the demo's two sites: a department as anybody would build it with the library.
struct DemoDepartment: Sendable {
  let site: DemoSite
  let oneDoor: OneDoor
  private let logger: Logger

  init(_ site: DemoSite, issuer: String, secret: String, cookieSecret: String, logger: Logger) throws {
    var configuration = OneDoorConfiguration(
      issuer: issuer, clientID: site.id, credentials: .secret(secret), redirectURI: "\(site.origin)/signin/callback",
      postLogoutRedirectURI: "\(site.origin)/", cookieSecrets: [cookieSecret])
    configuration.scopes = site.scopes
    self.site = site
    self.logger = logger
    oneDoor = try OneDoor(configuration, logger: logger)
  }

  /// The client's own work and the site on both loopback addresses.
  func services(on group: any EventLoopGroup) -> [any Service] {
    let responder = router().buildResponder()
    let servers = ["127.0.0.1", "::1"].map { host in
      LoopbackServer(
        application: Application(
          responder: responder, configuration: .init(address: .hostname(host, port: site.port), serverName: nil),
          eventLoopGroupProvider: .shared(group), logger: logger))
    }
    return [oneDoor] + servers
  }

  private func router() -> Router<BasicOneDoorRequestContext> {
    let router = Router(context: BasicOneDoorRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: OneHost(origin: site.origin))
    router.addSignIn(oneDoor)
    // The pages of the library name no icon, so that browsers look in the usual place.
    router.get(RouterPath(Icon.usualPath)) { _, _ in DemoPage.icon(colour: site.colour) }
    router.group().add(middleware: OneDoorMiddleware(oneDoor, access: .optional)).get("/") { request, context in
      DemoPage(site: site, visitor: context.visitor, words: .preferred(by: request)).response()
    }
    router.group("api").add(middleware: OneDoorMiddleware(oneDoor)).get("whoami") { _, context in
      try Self.whoAmI(try context.requireIdentity(), site)
    }
    return router
  }

  /// What an API of this department knows of its caller.
  private static func whoAmI(_ identity: Identity, _ site: DemoSite) throws -> Response {
    let token = identity.accessToken
    let body: JSON = [
      "department": .string(site.id), "sub": .string(identity.subject),
      "sid": identity.sessionID.map(JSON.string) ?? .null, "name": identity.name.map(JSON.string) ?? .null,
      "scope": .string(identity.scopes.joined(separator: " ")), "expires": .integer(token.expires),
    ]
    return Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.serialized() + [UInt8(ascii: "\n")])))
  }
}

/// What a demo's site is called and where it stands.
struct DemoSite: Sendable {
  let id: String
  let name: LocalizedName
  let about: LocalizedName
  let port: Int
  let scopes: [String]
  /// The colour of its band.
  let colour: String

  var origin: String { "http://localhost:\(port)" }

  static func housing(_ ports: DemoPorts) -> DemoSite {
    DemoSite(
      id: "housing",
      name: LocalizedName(
        english: "Housing Office", others: ["zh-Hans": "住房保障局", "zh-Hant": "住房保障局", "ar": "إدارة الإسكان"]),
      about: LocalizedName(
        english: "Apply for a flat, and see how far your application has come.",
        others: [
          "zh-Hans": "申请公租房，查询您的申请进度。", "zh-Hant": "申請公共租屋，查詢您的申請進度。",
          "ar": "قدّم طلبًا للحصول على مسكن، وتابع سير طلبك.",
        ]),
      port: ports.housing, scopes: ["openid", "profile", "phone", "email"], colour: "#14532d")
  }

  static func business(_ ports: DemoPorts) -> DemoSite {
    DemoSite(
      id: "business",
      name: LocalizedName(
        english: "Business Registration", others: ["zh-Hans": "企业登记局", "zh-Hant": "企業登記局", "ar": "سجل الأعمال"]),
      about: LocalizedName(
        english: "Register a business, and keep its entry up to date.",
        others: [
          "zh-Hans": "办理企业登记，更新登记事项。", "zh-Hant": "辦理企業登記，更新登記事項。",
          "ar": "سجّل منشأة، وحدّث بياناتها في السجل.",
        ]),
      port: ports.business, scopes: ["openid", "profile"], colour: "#1e3a8a")
  }
}
