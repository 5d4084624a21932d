/// The requirements that logins, sessions, codes, refresh, client authentication, redirects and tokens have to meet, by
/// their numbers in the project's security checklist, each with the tests that show it.
enum Requirements {
  struct Shown {
    let requirement: String
    let tests: [String]
  }

  /// Those that the checklist has for what is built so far.
  static let numbers =
    Array(1...23) + Array(26...28) + Array(30...37) + Array(41...49) + Array(51...55)
    + [57, 59, 60, 61, 62, 64, 65, 66, 67, 68, 69, 71, 72, 81, 82, 83, 84, 85, 86, 89, 90]

  static func shown(_ number: Int) -> Shown? {
    redirects[number] ?? codesAndRefresh[number] ?? tokens[number] ?? sessions[number] ?? passwords[number]
      ?? operation[number]
  }

  private static let redirects: [Int: Shown] = [
    1: Shown(
      requirement: "exact bytes of redirect_uri, only a loopback port varies",
      tests: [
        "only the exact bytes of a registered URI pass",
        "a loopback redirect URI may have any port, and nothing else may differ",
      ]),
    2: Shown(
      requirement: "no open redirector",
      tests: [
        "what is wrong with client or redirect URI is a page, and leads nowhere",
        "before the redirect URI is verified the refusal is a page",
      ]),
    3: Shown(
      requirement: "no http redirect but to loopback",
      tests: ["redirect URIs of every department", "no redirect URIs of any department"]),
    4: Shown(requirement: "303 after a POST", tests: ["a redirect is 303, and carries the policy too"]),
    5: Shown(
      requirement: "no other origin reads what it may not",
      tests: ["CVE-2024-41657, CVE-2026-29191: no origin is echoed but a registered one"]),
    6: Shown(requirement: "no page is framed", tests: ["every page says what browsers must not do with it"]),
    7: Shown(
      requirement: "no referrer, nothing from third parties",
      tests: [
        "every page says what browsers must not do with it",
        "carries no script but where it submits itself, no inline style, one icon and one stylesheet",
      ]),
    8: Shown(
      requirement: "iss in every authorization response",
      tests: [
        "a first sign-in goes by the sign-in page and comes back with code, state and iss",
        "the error answer carries state and iss, RFC 9207",
      ]),
    30: Shown(
      requirement: "sign-out needs a hint or an answer",
      tests: ["without a hint a page asks, and nothing is redirected to"]),
    31: Shown(
      requirement: "exact post_logout_redirect_uri",
      tests: [
        "CVE-2021-32786, CVE-2021-39191, CVE-2019-20479, CVE-2022-23527: no address but the registered one is led to",
        "a post-logout URI has no loopback exception",
      ]),
    32: Shown(requirement: "prompt=none never interacts", tests: ["prompt=none never interacts"]),
    33: Shown(
      requirement: "max_age and prompt=login ask afresh",
      tests: [
        "the matrix of prompt, max_age and hint, with and without a session",
        "an old login is asked for again, and the fresh one counts",
      ]),
  ]

  private static let codesAndRefresh: [Int: Shown] = [
    9: Shown(
      requirement: "PKCE, S256 alone",
      tests: [
        "PKCE is what the registration says: or-nonce wants one of two, off wants nothing, and neither takes plain"
      ]),
    10: Shown(
      requirement: "PKCE cannot be dropped",
      tests: [
        "CVE-2024-23647, CVE-2023-48228, CVE-2026-73309: PKCE can be neither left out, nor changed, nor added"
      ]),
    11: Shown(
      requirement: "metadata names the challenge methods",
      tests: ["what is listed as supported works, and only that"]),
    12: Shown(
      requirement: "a code once, and its second use revokes",
      tests: ["a code is used once under 16 presenters, and the second use ends what it gave"]),
    13: Shown(
      requirement: "a code is bound to department, redirect URI and challenge",
      tests: [
        "a code passes for its department, redirect URI, verifier and minute alone",
        "the redirect URI of the redemption is the one of the request, byte for byte",
      ]),
    14: Shown(requirement: "a code lives a minute", tests: ["a code lives for 59 seconds and not for 60"]),
    15: Shown(
      requirement: "neither implicit nor password grant",
      tests: [
        "CVE-2026-9792, CVE-2026-7571: no grant but those listed, in any spelling",
        "CVE-2026-9792, CVE-2026-7571: no response type but code, in any spelling",
      ]),
    16: Shown(requirement: "grants by department", tests: ["a department without the grant is refused"]),
    17: Shown(
      requirement: "rotation, and reuse ends the line",
      tests: [
        "a rotating token is replaced, its predecessor once repeated, and an older one ends all",
        "CVE-2026-1035: 16 presenters of one rotating token get at most one successor between them",
      ]),
    18: Shown(
      requirement: "refresh has an absolute end",
      tests: ["no token outlives the twelve hours of its session, however active it is"]),
    19: Shown(
      requirement: "refresh is bound to its department, and scope never grows",
      tests: [
        "Rauthy v0.36.1: another department presenting a refresh token ends the participation",
        "scope may shrink for one answer and never grows",
      ]),
    20: Shown(
      requirement: "refresh dies with the session",
      tests: ["whatever ends the session, the refresh token dies with it"]),
    21: Shown(
      requirement: "one sees and ends one's sessions",
      tests: ["the front page says who is signed in and where, and leads out"]),
    22: Shown(
      requirement: "departments authenticate at every endpoint of theirs",
      tests: [
        "CVE-2026-16093, CVE-2026-46389, CVE-2026-73309: any proof but the one good one is refused",
        "who cannot authenticate may not ask, and what is no live token is inactive without a reason",
      ]),
    23: Shown(
      requirement: "an assertion once, for the issuer",
      tests: [
        "CVE-2020-15222: one assertion is good once, under 16 presenters at once and ever after",
        "the token endpoint is an audience only where it is registered",
      ]),
  ]

  private static let tokens: [Int: Shown] = [
    26: Shown(
      requirement: "an access token has an audience, and others refuse it",
      tests: ["an audience is ours among others, or it is not"]),
    27: Shown(
      requirement: "registered scopes alone",
      tests: ["a department gets the scopes it registered and never more"]),
    28: Shown(
      requirement: "a client_id is no sub",
      tests: ["a department's own token cannot be taken for a person's"]),
    34: Shown(
      requirement: "nonce echoed, absent fails like wrong", tests: ["an absent nonce fails like a wrong one"]),
    35: Shown(
      requirement: "every claim of an ID token is checked",
      tests: ["an ID token is for us alone", "the access token beside it is the one it was issued with"]),
    36: Shown(
      requirement: "a sub is never given to somebody else", tests: ["a sub is pairwise, stable and keyed"]),
    37: Shown(
      requirement: "the issuer of discovery, to the letter",
      tests: ["the issuer is the one that was asked, to the letter"]),
    41: Shown(
      requirement: "a flow belongs to its browser",
      tests: [
        "CAS 2026-06-18: a journey begun in one browser is good in no other",
        "another browser's callback, or one without its cookie, signs nobody in",
      ]),
    42: Shown(
      requirement: "the signature before any claim",
      tests: ["no part and no changed byte of a token passes (CVE-2026-27840)"]),
    43: Shown(
      requirement: "the key's own algorithm, never none",
      tests: [
        "every algorithm but the key's own is refused (CVE-2022-29217, CVE-2026-33322, CVE-2024-33663)",
        "no spelling of none passes (GHSA-88q6-jcjg-hvmw, CVE-2022-23540, CVE-2015-9235)",
      ]),
    44: Shown(
      requirement: "no key out of a token", tests: ["a token does not bring its own key (CVE-2018-0114)"]),
    45: Shown(
      requirement: "times, with sixty seconds of skew",
      tests: ["times hold to the second, with the skew on either side"]),
    46: Shown(
      requirement: "kinds of token are not exchangeable",
      tests: ["the three kinds of token do not stand in for one another"]),
    47: Shown(requirement: "audiences are checked", tests: ["an audience is ours among others, or it is not"]),
    48: Shown(
      requirement: "crit is refused",
      tests: ["crit of any kind is refused (CVE-2025-59420, CVE-2026-32597, CVE-2026-35042)"]),
    49: Shown(
      requirement: "no member twice",
      tests: ["a member given twice is refused, however it is spelt (CVE-2022-39227)"]),
  ]

  private static let sessions: [Int: Shown] = [
    51: Shown(
      requirement: "session ids of 256 random bits",
      tests: ["random bytes come in the number asked for and differ"]),
    52: Shown(
      requirement: "a new session id at each login",
      tests: ["the same person's session goes on under a new cookie, and the old one is dead"]),
    53: Shown(
      requirement: "idle and absolute limits",
      tests: [
        "after thirty idle minutes nothing is refreshed, and the person is asked again",
        "no token outlives the twelve hours of its session, however active it is",
      ]),
    54: Shown(
      requirement: "sign-out ends the cookie at the server",
      tests: ["a hint of this browser's session ends it everywhere and leads back"]),
    55: Shown(
      requirement: "disabling holds on every path",
      tests: [
        "CVE-2026-1609, CVE-2025-64521, CVE-2026-43983: a disabled person is refused on every path",
        "CVE-2025-53942, CVE-2026-9705: a disabled department is refused on every path",
      ]),
    57: Shown(
      requirement: "an administrator ends one or all",
      tests: ["session revoke shows in a dry run exactly what it then ends"]),
    59: Shown(
      requirement: "no session without a person's act",
      tests: ["a page of another site can neither sign anybody out nor in"]),
    60: Shown(
      requirement: "a department's session is as old as its token",
      tests: ["past its access token it is renewed, and the answer carries the new cookie"]),
    61: Shown(
      requirement: "cookies have the attributes that protect them",
      tests: ["the cookies have the attributes that protect them, and no end but the browser's"]),
    62: Shown(
      requirement: "no secret in a log",
      tests: ["no secret, token, code or personal datum is in the output or readable in the files"]),
  ]

  private static let passwords: [Int: Shown] = [
    64: Shown(
      requirement: "any Unicode, nothing cut", tests: ["a password counts to its last character, also at 128"]),
    65: Shown(
      requirement: "no composition rules",
      tests: ["no rule of composition stands in the way of a good password"]),
    66: Shown(
      requirement: "common passwords are refused",
      tests: ["common ones are refused, in any case or width", "the list holds at least 3,000"]),
    67: Shown(
      requirement: "paste and password managers work",
      tests: ["asks one question and lets password managers answer"]),
    68: Shown(
      requirement: "composed and decomposed are one",
      tests: ["a password may be pasted in either form of Unicode, and every letter of it counts"]),
    69: Shown(
      requirement: "a hundred failures in a row at most",
      tests: [
        "strangers have 60 failures in a row and known devices 40, each their own",
        "CVE-2019-5421: parallel guesses are not evaluated beyond the limit",
        "CVE-2025-24806, CVE-2026-47203, CVE-2025-6004: all spellings of one account share one count",
      ]),
    71: Shown(
      requirement: "nobody learns who has an account",
      tests: [
        "CVE-2025-6011, CVE-2026-23511: an unknown name and a wrong password are answered byte for byte alike",
        "wrong, unknown, disabled and without a password are one answer after one hash and one write",
      ]),
    72: Shown(requirement: "no hidden path", tests: ["the table is the documented list"]),
    82: Shown(
      requirement: "Argon2id with its parameters",
      tests: ["a hash records algorithm and cost, has its own salt, and knows its password"]),
  ]

  private static let operation: [Int: Shown] = [
    81: Shown(requirement: "no default account", tests: ["no default account exists"]),
    83: Shown(
      requirement: "keys of 128 bits of strength",
      tests: ["an RSA modulus that is small, even, huge or padded is refused"]),
    84: Shown(
      requirement: "constant-time comparison", tests: ["constant time comparison tells equal from unequal"]),
    85: Shown(
      requirement: "errors in the specification's words alone",
      tests: ["a corpus at every endpoint gets a 4xx in its specification's words, and the process lives"]),
    86: Shown(
      requirement: "fails closed",
      tests: [
        "a storage failure is never answered as a success", "storage that cannot count a guess does not answer it",
      ]),
    89: Shown(
      requirement: "TLS 1.2, strict transport, a strict policy",
      tests: [
        "TLS 1.1 is refused and 1.2 is not", "https adds a year of strict transport",
        "every answer of every route has its kind's fields",
      ]),
    90: Shown(
      requirement: "key files are their owner's",
      tests: ["keys that others may read, or that are missing or mixed up: no start, and the file is named"]),
  ]
}
