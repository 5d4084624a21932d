import HTTPTypes
import HummingbirdCore
import OneDoorEndpoints
import OneDoorMessages

/// The two forms that take a new password.
enum PasswordAnswers {
  static func choose(_ exchange: Exchange) async throws -> Reply {
    let provider = exchange.provider
    return try await BrowserAnswers.form(exchange) { parameters, origin in
      await provider.showChoosePassword(journey: parameters["j"], origin)
    } submit: { parameters, origin in
      await provider.submitChoosePassword(
        journey: parameters["j"], password: parameters["new_password"], again: parameters["new_password_again"], origin)
    }
  }

  static func account(_ exchange: Exchange) async throws -> Reply {
    let provider = exchange.provider
    return try await BrowserAnswers.form(exchange) { parameters, origin in
      await provider.showAccountPassword(notice: parameters["j"], origin)
    } submit: { parameters, origin in
      await provider.submitAccountPassword(
        current: parameters["password"], password: parameters["new_password"], again: parameters["new_password_again"],
        origin)
    }
  }
}
