/// The words of the few pages that the library shows itself.
struct Phrases: Sendable {
  let language: String
  let ended: String
  let signInAgain: String
  let undecided: String
  let tryLater: String
  let signInNeeded: String
  let signIn: String
  let failed: String
  let cookieHint: String
  let tryAgain: String
  let signOutQuestion: String
  let signOut: String
  let foreign: String
  let forbidden: String

  static let english = Phrases(
    language: "en",
    ended: "Your session has ended",
    signInAgain: "Sign in again",
    undecided: "We cannot check your session right now",
    tryLater: "Nothing is lost and you are not signed out. Try again in a minute.",
    signInNeeded: "Sign in to go on",
    signIn: "Sign in",
    failed: "Signing in was not completed",
    cookieHint: "It was started in another browser, too long ago, or this browser does not keep cookies.",
    tryAgain: "Try again",
    signOutQuestion: "Do you want to sign out everywhere?",
    signOut: "Sign out",
    foreign: "This request came from another website, so nothing was done",
    forbidden: "You may not do this here")

  static let chinese = Phrases(
    language: "zh-Hans",
    ended: "您的登录已结束",
    signInAgain: "重新登录",
    undecided: "暂时无法确认您的登录状态",
    tryLater: "您的数据没有丢失，您也没有被登出。请一分钟后再试。",
    signInNeeded: "请先登录",
    signIn: "登录",
    failed: "登录未完成",
    cookieHint: "登录可能是在另一个浏览器中开始的，已经过期，或者此浏览器不保存 Cookie。",
    tryAgain: "再试一次",
    signOutQuestion: "要在所有部门登出吗？",
    signOut: "登出",
    foreign: "此请求来自其他网站，未作任何处理",
    forbidden: "您无权在此进行该操作")

  /// The first of the browser's languages that there is; its order is its preference.
  static func preferred(_ acceptLanguage: String?) -> Phrases {
    for range in (acceptLanguage ?? "").split(separator: ",").prefix(16) {
      let tag = range.split(separator: ";").first.map { $0.lowercased().split(separator: " ").joined() } ?? ""
      if tag == "zh" || tag.hasPrefix("zh-") { return .chinese }
      if tag == "en" || tag.hasPrefix("en-") { return .english }
    }
    return .english
  }
}
