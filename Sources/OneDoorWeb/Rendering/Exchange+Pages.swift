import HTTPTypes
import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules

extension Exchange {
  /// The answer to a browser.
  func render(_ outcome: BrowserOutcome, _ parameters: Parameters) -> Reply {
    switch outcome {
    case .redirect(let location, let cookies):
      var reply = Reply(.seeOther, kind: .page)
      reply.fields.append(HTTPField(name: .location, value: location))
      reply.fields.append(policy(formOrigin: nil))
      set(cookies, on: &reply)
      return reply
    case .page(let view, let status, let retryAfter, let cookies):
      var reply = page(view, status: status, retryAfter: retryAfter, parameters)
      set(cookies, on: &reply)
      return reply
    }
  }

  /// A fault at the edge, as a page or as an error response, whichever the route gives.
  func render(_ fault: EdgeFault, as kind: RouteKind) -> Reply {
    var reply = kind == .page ? page(fault) : Reply.error(fault)
    reply.closes = fault.closes
    return reply
  }

  /// What nobody foresaw. The visitor learns the reference, the log the type of the error; neither what it says, which
  /// may hold anything.
  func renderFault(_ error: any Error, as kind: RouteKind) -> Reply {
    let incident = Incident(reference: ErrorReference.draw(), reason: "\(type(of: error))", isFault: true)
    var reply: Reply
    if kind == .page {
      reply = errorPage(.internalFault, status: 500, reference: incident.reference)
    } else {
      let text = "Something went wrong here; reference \(incident.reference)."
      reply = .error(.serverError, text, status: .internalServerError)
    }
    reply.incident = incident
    return reply
  }

  private func page(_ view: PageView, status: Int, retryAfter: Int?, _ parameters: Parameters) -> Reply {
    var incident: Incident?
    if case .refusal(let refusal, _) = view {
      incident = Incident(
        reference: ErrorReference.draw(), reason: "\(refusal)", isFault: refusal == .internalFault)
    }
    let language = language(parameters["ui_locales"], view.uiLocales)
    let page = Page(view, in: language, reference: incident?.reference ?? "", retryAfter: retryAfter)
    var reply = html(
      edge.renderer.render(page, in: language), status: status, formOrigin: view.formOrigin,
      submitsItself: view.submitsItself)
    if let retryAfter { reply.fields.append(HTTPField(name: .retryAfter, value: String(retryAfter))) }
    reply.incident = incident
    return reply
  }

  private func page(_ fault: EdgeFault) -> Reply {
    let kind: ErrorKind =
      switch fault {
      case .notFound: .notFound
      case .methodNotAllowed: .methodNotAllowed
      case .tooLarge: .tooLarge
      default: .badRequest
      }
    let incident = Incident(reference: ErrorReference.draw(), reason: "\(fault)", isFault: false)
    var reply = errorPage(kind, status: fault.status, reference: incident.reference)
    reply.incident = incident
    return reply
  }

  private func errorPage(_ kind: ErrorKind, status: Int, reference: String) -> Reply {
    let page = Page.error(ErrorPage(kind: kind, reference: reference))
    return html(edge.renderer.render(page, in: language(nil, [])), status: status, formOrigin: nil)
  }

  private func html(_ bytes: [UInt8], status: Int, formOrigin: String?, submitsItself: Bool = false) -> Reply {
    var reply = Reply(HTTPResponse.Status(code: status), content: .bytes(bytes), kind: .page)
    reply.fields.append(HTTPField(name: .contentType, value: "text/html; charset=utf-8"))
    reply.fields.append(policy(formOrigin: formOrigin, submitsItself: submitsItself))
    return reply
  }

  private func policy(formOrigin: String?, submitsItself: Bool = false) -> HTTPField {
    let policy = SecurityFields.pagePolicy(formOrigin: formOrigin, submitsItself: submitsItself)
    return HTTPField(name: .contentSecurityPolicy, value: policy)
  }

  /// The language the person picked on the page goes before the one that the department asked for.
  private func language(_ picked: String?, _ asked: [String]) -> Language {
    let pickedLocales = picked?.utf8.split(separator: 0x20).prefix(32).map { String(Substring($0)) } ?? []
    return .negotiate(uiLocales: pickedLocales + asked, acceptLanguage: fields[.acceptLanguage])
  }

  private func set(_ cookies: [CookieChange], on reply: inout Reply) {
    for change in cookies {
      reply.fields.append(HTTPField(name: .setCookie, value: edge.cookies.setCookie(change)))
    }
  }
}
