import Hummingbird

/// The words of the demo's sites.
struct DemoWords: Sendable {
  let language: String
  let signIn: String
  let signOut: String
  let signedInAs: String
  let ended: String
  let endedHow: String
  let undecided: String
  let undecidedHow: String
  let token: String
  let tokenHow: String
  let raw: String
  let rawHow: String

  static let english = DemoWords(
    language: "en", signIn: "Sign in", signOut: "Sign out", signedInAs: "Signed in as",
    ended: "Your session has ended", endedHow: "You were signed out, or an administrator ended your session.",
    undecided: "We cannot check your session right now",
    undecidedHow: "Nothing is lost and you are not signed out. Try again in a minute.",
    token: "What your token says", tokenHow: "Checked here, without asking the provider.",
    raw: "The access token itself",
    rawHow: "Shown in this demo alone, so that you can try the API; a real department shows it to nobody.")

  static let chinese = DemoWords(
    language: "zh-Hans", signIn: "登录", signOut: "登出", signedInAs: "当前用户", ended: "您的登录已结束",
    endedHow: "您已登出，或管理员结束了您的登录。", undecided: "暂时无法确认您的登录状态",
    undecidedHow: "您的数据没有丢失，您也没有被登出。请一分钟后再试。", token: "令牌内容", tokenHow: "由本部门自行验证，未询问登录服务。",
    raw: "访问令牌原文", rawHow: "仅在此演示中显示，供您试用接口；真实部门不会显示。")

  static func preferred(by request: Request) -> DemoWords {
    for range in (request.headers[.acceptLanguage] ?? "").split(separator: ",").prefix(16) {
      let tag = range.lowercased().drop { $0 == " " }
      if tag.hasPrefix("zh") { return .chinese }
      if tag.hasPrefix("en") { return .english }
    }
    return .english
  }
}
