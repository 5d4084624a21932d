/// What is wrong with a key file. The description is one line that names the file and says what to do.
package enum KeyFileError: Error, Equatable, Sendable {
  case missing(path: String)
  case noDirectory(path: String)
  case unreadable(path: String, why: String)
  case tooOpen(path: String, mode: String, mend: String)
  case foreignOwner(path: String, owner: UInt32, expected: UInt32)
  case notAFile(path: String)
  case empty(path: String)
  case malformed(path: String, why: String)
  case wrongAlgorithm(path: String, holds: SignatureAlgorithm, named: SignatureAlgorithm)
  case sameKey(path: String, other: String)
  case badName(path: String)
  case exists(path: String)
  case unwritable(path: String, why: String)
  case crypto(path: String, CryptoError)
  case full(path: String)
}

extension KeyFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): missing; restore it from your backup, or for a new installation run: onedoor key generate"
    case .noDirectory(let path): "\(path): no such directory; run: onedoor key generate"
    case .unreadable(let path, let why): "\(path): cannot be read (\(why)); make it readable to the server's user only"
    case .tooOpen(let path, let mode, let mend): "\(path): open to others (mode \(mode)); run: \(mend)"
    case .foreignOwner(let path, let owner, let expected):
      "\(path): belongs to user \(owner), not to the server's; run: chown \(expected) \(path)"
    case .notAFile(let path): "\(path): not a regular file; put the key file itself there"
    case .empty(let path): "\(path): empty; restore it from your backup"
    case .malformed(let path, let why): "\(path): \(why); restore it from your backup"
    case .wrongAlgorithm(let path, let holds, let named):
      "\(path): holds a key for \(holds) but is named for \(named); put the right key there, or rename it"
    case .sameKey(let path, let other): "\(path): the same key as \(other); each file needs a key of its own"
    case .badName(let path):
      "\(path): not the name of a key file (pairwise.key, seal.key, data-<1 to 255>.key, "
        + "token-<ES256|RS256>-<YYYYMMDDTHHMMSSZ>.pem, revocation-ES256-<…>.pem); rename it, or move it elsewhere"
    case .exists(let path): "\(path): already there; keys are never overwritten, choose another activation"
    case .unwritable(let path, let why): "\(path): cannot be written (\(why)); check the directory and the disk"
    case .crypto(let path, let error): "\(path): no key could be made (\(error)); try again"
    case .full(let path): "\(path): 255 data keys are the most; re-encrypt and remove old ones first"
    }
  }
}
