/// The persons whom a device has signed in, newest first: what the sealed device cookie says.
///
/// An entry counts only for the password under which it was made (`generation`), so that a new password turns every
/// device into a stranger.
package struct KnownDevice: Sendable, Equatable {
  package static let life: Seconds = .days(400)
  /// A household's, a counter's; the oldest gives way. Keeps the cookie at 300 bytes.
  package static let capacity = 8

  package struct Entry: Sendable, Equatable {
    package let person: PersonID
    package let generation: Int64
    package let time: UnixTime

    package init(person: PersonID, generation: Int64, time: UnixTime) {
      self.person = person
      self.generation = generation
      self.time = time
    }
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package func lane(for credential: PasswordCredential, at now: UnixTime) -> GuessLane {
    let isKnown = entries.contains {
      $0.person == credential.personID && $0.generation == credential.generation && now < $0.time + KnownDevice.life
    }
    return isKnown ? .knownDevice : .stranger
  }

  package func adding(_ credential: PasswordCredential, at now: UnixTime) -> KnownDevice {
    var device = self
    device.entries.removeAll { $0.person == credential.personID || now >= $0.time + KnownDevice.life }
    device.entries.insert(
      Entry(person: credential.personID, generation: credential.generation, time: now), at: 0)
    device.entries.removeLast(max(0, device.entries.count - KnownDevice.capacity))
    return device
  }
}

extension KnownDevice {
  package var bytes: [UInt8] {
    var encoder = ByteEncoder()
    for entry in entries {
      encoder.int64(entry.person.number)
      encoder.int64(entry.generation)
      encoder.int64(entry.time.seconds)
    }
    return encoder.bytes
  }

  package init?(bytes: [UInt8]) {
    var decoder = ByteDecoder(bytes)
    while !decoder.isAtEnd {
      guard entries.count < KnownDevice.capacity, let person = decoder.int64(), let generation = decoder.int64(),
        let time = decoder.int64().flatMap({ UnixTime(checking: $0) })
      else { return nil }
      entries.append(Entry(person: PersonID(person), generation: generation, time: time))
    }
  }
}
