import OneDoorCrypto
import OneDoorJOSE
import OneDoorLogin
import OneDoorRules
import Testing

@Suite struct KnownDeviceTests {
  let now = UnixTime(1_800_000_000)
  func credential(_ person: Int64, generation: Int64 = 1) -> PasswordCredential {
    PasswordCredential(personID: PersonID(person), hash: nil, generation: generation)
  }

  @Test func `a device is known for the person, the password and 400 days`() {
    let device = KnownDevice().adding(credential(7), at: now)
    #expect(device.lane(for: credential(7), at: now + .days(399)) == .knownDevice)
    #expect(device.lane(for: credential(8), at: now) == .stranger)
    #expect(device.lane(for: credential(7, generation: 2), at: now) == .stranger)
    #expect(device.lane(for: credential(7), at: now + .days(400)) == .stranger)
  }

  @Test func `a device knows the last eight persons, each once`() {
    var device = KnownDevice()
    for person in 1...9 { device = device.adding(credential(Int64(person)), at: now) }
    device = device.adding(credential(5, generation: 2), at: now + 1)
    #expect(device.entries.map(\.person.number) == [5, 9, 8, 7, 6, 4, 3, 2])
    #expect(device.entries.first?.generation == 2)
    #expect(KnownDevice(bytes: device.bytes) == device)
  }

  @Test func `a cookie opens as it was sealed and begins with the bearer prefix`() throws {
    let cookies = try DeviceCookie(sealKey: [UInt8](repeating: 3, count: 32))
    var device = KnownDevice()
    for person in 1...8 { device = device.adding(credential(Int64(person)), at: now) }
    let value = try cookies.seal(device)
    #expect(cookies.open(value) == device)
    #expect(Base64URL.decode(value)?.starts(with: BearerPrefix.bytes) == true)
    #expect(value.utf8.count < 400)
  }

  @Test func `whatever is not our cookie names nobody`() throws {
    let cookies = try DeviceCookie(sealKey: [UInt8](repeating: 3, count: 32))
    let other = try DeviceCookie(sealKey: [UInt8](repeating: 4, count: 32))
    let value = try cookies.seal(KnownDevice().adding(credential(7), at: now))
    #expect(other.open(value) == KnownDevice())
    #expect(cookies.open(nil) == KnownDevice())
    #expect(cookies.open(String(repeating: "A", count: 5000)) == KnownDevice())
    for spoilt in spoilt(value) { #expect(cookies.open(spoilt) == KnownDevice()) }
  }
}
