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
    let provider = exchange.provider
    return try await form(exchange) { parameters, origin in
      await provider.showLogin(journey: parameters["j"], origin)
    } submit: { parameters, origin in
      await provider.submitLogin(
        journey: parameters["j"], username: parameters["username"], password: parameters["password"], origin)
    }
  }

  static func continueAs(_ exchange: Exchange) async throws -> Reply {
    let provider = exchange.provider
    return try await form(exchange) { parameters, origin in
      await provider.showContinue(journey: parameters["j"], origin)
    } submit: { parameters, origin in
      guard let choice = Choice(parameters["choice"]) else { return .refused(.malformedParameters) }
      return await provider.submitContinue(journey: parameters["j"], another: choice == .another, origin)
    }
  }

  static func endSession(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.parameters()
    return exchange.render(await exchange.provider.endSession(parameters, exchange.origin), parameters)
  }

  static func signOut(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.formParameters()
    guard parameters.firstDuplicate == nil else { return exchange.render(.refused(.duplicateParameter), parameters) }
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

  /// A page with a form of its own: GET shows it, POST sends it. Such a form names each field once; the protocol's
  /// endpoints check this themselves, since there the refusal depends on what is verified by then.
  static func form(
    _ exchange: Exchange, show: (Parameters, RequestOrigin) async -> BrowserOutcome,
    submit: (Parameters, RequestOrigin) async -> BrowserOutcome
  ) async throws -> Reply {
    let parameters = try await exchange.parameters()
    guard parameters.firstDuplicate == nil else { return exchange.render(.refused(.duplicateParameter), parameters) }
    let outcome =
      exchange.request.method == .post
      ? await submit(parameters, exchange.origin) : await show(parameters, exchange.origin)
    return exchange.render(outcome, parameters)
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
