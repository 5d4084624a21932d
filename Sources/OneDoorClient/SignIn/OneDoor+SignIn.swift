import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages

extension OneDoor {
  /// Starts a sign-in (OpenID Connect Core §3.1.2.1, with PKCE and a nonce).
  ///
  /// - Parameters:
  ///   - path: Where at this department the browser wants to go afterwards. What is no path of this department becomes
  ///     `/`.
  ///   - maxAge: Ask for the password again if the last login is longer ago; zero always asks.
  public func beginSignIn(
    returnTo path: String = "/", maxAge: Duration? = nil
  ) async throws(OneDoorError) -> SignInStart {
    guard let redirectURI = department.redirectURI else { throw .configuration("redirectURI is not set") }
    let metadata = try await directory.known().metadata
    let maxAge = maxAge.map(OneDoor.seconds)
    let state = try SignInState(
      returnPath: returnPath(path), maxAge: maxAge, now: clocks.unixTime())
    var parameters = [
      (name: "response_type", value: ResponseType.code.rawValue), ("client_id", department.clientID),
      ("redirect_uri", redirectURI.text), ("scope", department.scope), ("state", state.state), ("nonce", state.nonce),
      ("code_challenge", state.challenge), ("code_challenge_method", CodeChallengeMethod.S256.rawValue),
    ]
    if let maxAge { parameters.append(("max_age", String(maxAge))) }
    return SignInStart(
      url: OneDoor.address(metadata.authorizationEndpoint, parameters), sealedState: try stateSealing.seal(state.bytes),
      state: state.state)
  }

  /// Finishes a sign-in: checks that this browser began it (`state`), that the right provider answers (`iss`), trades
  /// the code for tokens and checks those.
  ///
  /// - Parameters:
  ///   - query: The query of the callback, as it came.
  ///   - sealedState: The cookie of ``SignInStart/sealedState``, or nil where the browser sent none.
  public func finishSignIn(query: String, sealedState: String?) async throws(OneDoorError) -> SignIn {
    let parameters = try OneDoor.parameters(query)
    guard let state = sealedState.flatMap({ stateSealing.open($0) }).flatMap(SignInState.init) else {
      throw OneDoorError(.foreignBrowser, "the browser brought no sign-in that began here")
    }
    guard let given = parameters["state"], constantTimeEquals(Array(given.utf8), Array(state.state.utf8)) else {
      throw OneDoorError(.foreignBrowser, "the state is not the one this browser began with")
    }
    guard !state.isExpired(at: clocks.unixTime()) else {
      throw OneDoorError(.expired, "the sign-in began more than \(SignInState.life / 60) minutes ago")
    }
    // RFC 9207 §2.4, before anything else of the answer is believed: errors of another provider are no answer either.
    guard let issuer = parameters["iss"], issuer.hasSameBytes(as: department.issuer.text) else {
      throw OneDoorError(.wrongIssuer, "the answer does not name the provider that was asked")
    }
    if let error = parameters["error"] { throw .refused(error, by: "the authorization endpoint") }
    guard let code = parameters["code"] else { throw OneDoorError(.malformedAnswer, "neither code nor error") }
    let response = try await tokens.tokens([
      ("grant_type", GrantType.authorizationCode.rawValue), ("code", code),
      ("redirect_uri", department.redirectURI?.text ?? ""), ("code_verifier", state.verifier),
    ])
    return SignIn(session: try await session(from: response, begunBy: state), returnPath: state.returnPath.text)
  }

  private func session(
    from response: TokenResponse, begunBy state: SignInState
  ) async throws(OneDoorError) -> BrowserSession {
    guard let idToken = response.idToken else { throw OneDoorError(.malformedAnswer, "there is no ID token") }
    let session = try await checkingKeysTwice { () throws(TokenError) -> BrowserSession in
      let accessToken = try self.verify(accessToken: response.accessToken)
      let verified = try self.verify(
        idToken: idToken, nonce: state.nonce, accessToken: response.accessToken,
        maxAge: state.maxAge.map { .seconds($0) })
      return BrowserSession(accessToken: accessToken, idToken: verified, refreshToken: response.refreshToken)
    }
    guard session.isOfOnePerson, session.accessToken.clientID.hasSameBytes(as: department.clientID) else {
      throw OneDoorError(.malformedAnswer, "the two tokens speak of different sessions")
    }
    return session
  }

  /// A key that appeared since the last fetch is fetched, once, before the answer is refused.
  func checkingKeysTwice<Answer>(
    _ check: () throws(TokenError) -> Answer
  ) async throws(OneDoorError) -> Answer {
    do throws(TokenError) { return try check() } catch {
      guard error.code == .unknownKey else { throw .invalidToken(error) }
    }
    await directory.awaitFetchForUnknownKey()
    do throws(TokenError) { return try check() } catch { throw .invalidToken(error) }
  }

  /// Never back to signing in or out: that would go round in circles.
  private func returnPath(_ text: String) -> ReturnPath {
    guard let path = ReturnPath(text) else { return .home }
    let own = [department.signInPath, department.signOutPath, department.redirectURI?.path ?? "/"]
    return own.contains { path.path.elementsEqual($0) } ? .home : path
  }

  private static func parameters(_ query: String) throws(OneDoorError) -> Parameters {
    do throws(FormURLEncoding.Fault) {
      let parameters = try FormURLEncoding.parse(Array(query.utf8))
      if parameters.firstDuplicate == nil { return parameters }
    } catch {}
    throw OneDoorError(.malformedAnswer, "the callback's query cannot be read")
  }

  static func address(_ endpoint: String, _ parameters: [(name: String, value: String)]) -> String {
    endpoint + (endpoint.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + FormURLEncoding.encode(parameters)
  }
}

extension BrowserSession {
  /// OpenID Connect Core §5.3.2's rule for `sub`, held here for every pair of tokens.
  var isOfOnePerson: Bool {
    guard let idToken, let sessionID = accessToken.sessionID else { return false }
    return idToken.subject.hasSameBytes(as: accessToken.subject) && idToken.sessionID.hasSameBytes(as: sessionID)
  }
}
