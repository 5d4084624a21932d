import HTTPTypes
import HummingbirdCore
import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules

/// The routes that a person's browser visits: parameters out of the request, an outcome of the provider into an answer.
enum BrowserAnswers {
  static func authorize(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.parameters()
    if exchange.request.method == .post {
      return exchange.render(await exchange.provider.authorizePost(parameters), parameters)
    }
    return exchange.render(await exchange.provider.authorize(parameters, exchange.origin), parameters)
  }

  static func login(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.parameters()
    if let refusal = refusal(parameters) { return exchange.render(refusal, parameters) }
    let (provider, origin) = (exchange.provider, exchange.origin)
    let outcome =
      exchange.request.method == .post
      ? await provider.submitLogin(
        journey: parameters["j"], username: parameters["username"], password: parameters["password"], origin)
      : await provider.showLogin(journey: parameters["j"], origin)
    return exchange.render(outcome, parameters)
  }

  static func continueAs(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.parameters()
    if let refusal = refusal(parameters) { return exchange.render(refusal, parameters) }
    let (provider, origin) = (exchange.provider, exchange.origin)
    guard exchange.request.method == .post else {
      return exchange.render(await provider.showContinue(journey: parameters["j"], origin), parameters)
    }
    guard let choice = Choice(parameters["choice"]) else {
      return exchange.render(.refused(.malformedParameters), parameters)
    }
    let outcome = await provider.submitContinue(journey: parameters["j"], another: choice == .another, origin)
    return exchange.render(outcome, parameters)
  }

  static func endSession(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.parameters()
    return exchange.render(await exchange.provider.endSession(parameters, exchange.origin), parameters)
  }

  static func signOut(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.formParameters()
    if let refusal = refusal(parameters) { return exchange.render(refusal, parameters) }
    guard let reach = Reach(parameters["reach"]) else {
      return exchange.render(.refused(.malformedParameters), parameters)
    }
    let outcome = await exchange.provider.confirmSignOut(
      journey: parameters["j"], departmentOnly: reach == .department, exchange.origin)
    return exchange.render(outcome, parameters)
  }

  static func home(_ exchange: Exchange) async throws -> Reply {
    let parameters = try exchange.queryParameters()
    return exchange.render(await exchange.provider.home(exchange.origin), parameters)
  }

  /// The pages' own forms name each field once. The protocol's endpoints check this themselves, since there the refusal
  /// depends on what is verified by then.
  static func refusal(_ parameters: Parameters) -> BrowserOutcome? {
    parameters.firstDuplicate == nil ? nil : .refused(.duplicateParameter)
  }

  /// How far a sign-out reaches. The front page's form has one button and does not say.
  private enum Reach {
    case everywhere
    case department

    init?(_ value: String?) {
      guard let value, !value.utf8.elementsEqual("everywhere".utf8) else {
        self = .everywhere
        return
      }
      guard value.utf8.elementsEqual("department".utf8) else { return nil }
      self = .department
    }
  }

  private enum Choice {
    case same
    case another

    /// The button's value. A form that is submitted by the return key presses the first button.
    init?(_ value: String?) {
      guard let value else { return nil }
      if value.utf8.elementsEqual("continue".utf8) {
        self = .same
      } else if value.utf8.elementsEqual("another".utf8) {
        self = .another
      } else {
        return nil
      }
    }
  }
}

extension BrowserOutcome {
  static func refused(_ refusal: PageRefusal) -> BrowserOutcome {
    .page(.refusal(refusal, department: nil), status: refusal.status, retryAfter: nil, cookies: [])
  }
}
