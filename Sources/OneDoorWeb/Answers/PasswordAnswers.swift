import HTTPTypes
import HummingbirdCore
import OneDoorEndpoints
import OneDoorMessages

/// The two forms that take a new password.
enum PasswordAnswers {
  static func choose(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.parameters()
    if let refusal = BrowserAnswers.refusal(parameters) { return exchange.render(refusal, parameters) }
    let (provider, origin) = (exchange.provider, exchange.origin)
    let outcome =
      exchange.request.method == .post
      ? await provider.submitChoosePassword(
        journey: parameters["j"], password: parameters["new_password"], again: parameters["new_password_again"], origin)
      : await provider.showChoosePassword(journey: parameters["j"], origin)
    return exchange.render(outcome, parameters)
  }

  static func account(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.parameters()
    if let refusal = BrowserAnswers.refusal(parameters) { return exchange.render(refusal, parameters) }
    let (provider, origin) = (exchange.provider, exchange.origin)
    let outcome =
      exchange.request.method == .post
      ? await provider.submitAccountPassword(
        current: parameters["password"], password: parameters["new_password"], again: parameters["new_password_again"],
        origin)
      : await provider.showAccountPassword(notice: parameters["j"], origin)
    return exchange.render(outcome, parameters)
  }
}
