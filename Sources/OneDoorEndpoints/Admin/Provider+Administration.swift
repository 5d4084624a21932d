import Logging
package import OneDoorLogin
import OneDoorStore

extension Provider {
  /// The administrator's verbs over this provider: it hears of each change at once.
  package func administration(hasher: PasswordHasher, keys: any KeyKeeping) -> Administration {
    Administration(
      store: store, policy: policy, hasher: hasher, clock: clock, keys: keys,
      departmentsChanged: {
        // Units of work re-check a department's version, so that a directory that could not be read refuses at worst.
        do throws(StoreError) {
          try await reloadDepartments()
        } catch {
          logger.error("departments could not be read again", metadata: ["error": "\(error)"])
        }
      }, ended: { feed.signal() })
  }
}
