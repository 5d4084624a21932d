import HTTPTypes
import Hummingbird

/// The words of the demo's sites.
struct DemoWords: Sendable {
  let language: String
  var direction = "ltr"
  var draftNotice: String?
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

  static let simplifiedChinese = DemoWords(
    language: "zh-Hans", signIn: "登录", signOut: "退出登录", signedInAs: "您已登录：", ended: "您的会话已结束",
    endedHow: "您已退出登录，或管理员结束了您的会话。", undecided: "暂时无法确认您的会话",
    undecidedHow: "您的数据没有丢失，您也没有被退出登录。请一分钟后再试。", token: "令牌内容",
    tokenHow: "由本部门自行验证，未询问登录服务。", raw: "访问令牌原文", rawHow: "仅在此演示中显示，供您试用接口；真实部门不会显示。")

  static let traditionalChinese = DemoWords(
    language: "zh-Hant", signIn: "登入", signOut: "登出", signedInAs: "您已登入：", ended: "您的工作階段已結束",
    endedHow: "您已登出，或管理員結束了您的工作階段。", undecided: "暫時無法確認您的工作階段",
    undecidedHow: "您的資料沒有遺失，您也沒有被登出。請一分鐘後再試。", token: "權杖內容",
    tokenHow: "由本部門自行驗證，未詢問登入服務。", raw: "存取權杖原文", rawHow: "僅在此示範中顯示，供您試用介面；真實部門不會顯示。")

  static let arabic = DemoWords(
    language: "ar", direction: "rtl", draftNotice: "ترجمة أولية لم تُراجَع بعد.", signIn: "تسجيل الدخول",
    signOut: "تسجيل الخروج", signedInAs: "سجّلت الدخول باسم", ended: "انتهت جلستك",
    endedHow: "سُجّل خروجك، أو أنهى أحد المشرفين جلستك.", undecided: "لا يمكننا التحقق من جلستك الآن",
    undecidedHow: "لم يضع شيء ولم يُسجَّل خروجك. حاول مرة أخرى بعد دقيقة.", token: "ما يقوله رمزك",
    tokenHow: "جرى التحقق منه هنا، دون سؤال خدمة تسجيل الدخول.", raw: "رمز الوصول نفسه",
    rawHow: "يُعرض في هذا العرض التجريبي وحده لتجربة الواجهة البرمجية، ولا تعرضه أي جهة حقيقية.")

  /// Beginnings of tags, the longer ones first: a region of zh names the script where the range does not.
  private static let byTag: [(tags: [String], words: DemoWords)] = [
    (["zh-hans"], simplifiedChinese), (["zh-hant", "zh-tw", "zh-hk", "zh-mo"], traditionalChinese),
    (["zh"], simplifiedChinese), (["ar"], arabic), (["en"], english),
  ]

  static func preferred(by request: Request) -> DemoWords { preferred(request.headers[.acceptLanguage]) }

  static func preferred(_ acceptLanguage: String?) -> DemoWords {
    for range in (acceptLanguage ?? "").split(separator: ",").prefix(16) {
      let tag = range.split(separator: ";").first.map { $0.lowercased().split(separator: " ").joined() } ?? ""
      let known = byTag.first { $0.tags.contains { tag == $0 || tag.hasPrefix($0 + "-") } }
      if let known { return known.words }
    }
    return english
  }
}
