/// The words of the few pages that the library shows itself.
struct Phrases: Sendable {
  let language: String
  var isRightToLeft = false
  /// Where nobody whose language it is has checked the words; shown with its English twin.
  var draftNotice: String?
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

  static let simplifiedChinese = Phrases(
    language: "zh-Hans",
    ended: "您的会话已结束",
    signInAgain: "重新登录",
    undecided: "暂时无法确认您的会话",
    tryLater: "您的数据没有丢失，您也没有被退出登录。请一分钟后再试。",
    signInNeeded: "请先登录",
    signIn: "登录",
    failed: "登录未完成",
    cookieHint: "登录可能是在另一个浏览器中开始的，已经过期，或者此浏览器不保存 Cookie。",
    tryAgain: "再试一次",
    signOutQuestion: "要全部退出登录吗？",
    signOut: "退出登录",
    foreign: "此请求来自其他网站，未作任何处理",
    forbidden: "您无权在此进行该操作")

  static let traditionalChinese = Phrases(
    language: "zh-Hant",
    ended: "您的工作階段已結束",
    signInAgain: "重新登入",
    undecided: "暫時無法確認您的工作階段",
    tryLater: "您的資料沒有遺失，您也沒有被登出。請一分鐘後再試。",
    signInNeeded: "請先登入",
    signIn: "登入",
    failed: "登入未完成",
    cookieHint: "登入可能是在另一個瀏覽器中開始的，已經逾時，或者此瀏覽器不儲存 Cookie。",
    tryAgain: "再試一次",
    signOutQuestion: "要全部登出嗎？",
    signOut: "登出",
    foreign: "此請求來自其他網站，未作任何處理",
    forbidden: "您無權在此進行該操作")

  static let arabic = Phrases(
    language: "ar",
    isRightToLeft: true,
    draftNotice: "ترجمة أولية لم تُراجَع بعد.",
    ended: "انتهت جلستك",
    signInAgain: "تسجيل الدخول من جديد",
    undecided: "لا يمكننا التحقق من جلستك الآن",
    tryLater: "لم يضع شيء ولم يُسجَّل خروجك. حاول مرة أخرى بعد دقيقة.",
    signInNeeded: "سجّل الدخول للمتابعة",
    signIn: "تسجيل الدخول",
    failed: "لم يكتمل تسجيل الدخول",
    cookieHint: "ربما بدأ في متصفح آخر، أو قبل مدة طويلة، أو أن هذا المتصفح لا يحفظ ملفات تعريف الارتباط.",
    tryAgain: "حاول مرة أخرى",
    signOutQuestion: "هل تريد تسجيل الخروج من جميع الجهات؟",
    signOut: "تسجيل الخروج",
    foreign: "جاء هذا الطلب من موقع آخر، فلم يُنفَّذ شيء",
    forbidden: "لا يحق لك القيام بذلك هنا")

  /// Beginnings of tags, the longer ones first: a region of zh names the script where the range does not.
  private static let byTag: [(tags: [String], phrases: Phrases)] = [
    (["zh-hans"], simplifiedChinese), (["zh-hant", "zh-tw", "zh-hk", "zh-mo"], traditionalChinese),
    (["zh"], simplifiedChinese), (["ar"], arabic), (["en"], english),
  ]

  /// The first of the browser's languages that there is; its order is its preference.
  static func preferred(_ acceptLanguage: String?) -> Phrases {
    for range in (acceptLanguage ?? "").split(separator: ",").prefix(16) {
      let tag = range.split(separator: ";").first.map { $0.lowercased().split(separator: " ").joined() } ?? ""
      let known = byTag.first { $0.tags.contains { tag == $0 || tag.hasPrefix($0 + "-") } }
      if let known { return known.phrases }
    }
    return english
  }
}
