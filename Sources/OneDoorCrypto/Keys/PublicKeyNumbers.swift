import COpenSSL

/// From the numbers of a public key to libcrypto's key and back, with every check that makes a key sound.
enum PublicKeyNumbers {
  static func p256(x: [UInt8], y: [UInt8]) throws(CryptoError) -> OpaquePointer {
    guard x.count == 32, y.count == 32 else { throw .malformedKey("a P-256 coordinate is 32 bytes") }
    let point = [0x04] + x + y
    // libcrypto refuses coordinates outside the field and points off the curve; P-256 has no small subgroup.
    let key = build(type: "EC") { parameters in
      OSSL_PARAM_BLD_push_utf8_string(parameters, OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) == 1
        && OSSL_PARAM_BLD_push_octet_string(parameters, OSSL_PKEY_PARAM_PUB_KEY, point, point.count) == 1
    }
    guard let key else { throw .malformedKey("the point is not on P-256") }
    return key
  }

  static func rsa(n: [UInt8], e: [UInt8]) throws(CryptoError) -> OpaquePointer {
    guard let high = n.first, high != 0, let odd = n.last, odd & 1 == 1 else {
      throw .malformedKey("an RSA modulus is odd and has no leading zeros")
    }
    guard n.count <= 1024 else { throw .unsupportedKey("an RSA key of more than 8192 bits") }
    guard n.count * 8 - high.leadingZeroBitCount >= 2048 else {
      throw .unsupportedKey("an RSA key of fewer than 2048 bits")
    }
    guard let first = e.first, first != 0, e.count <= 5 else {
      throw .malformedKey("an RSA exponent is of 1 to 5 bytes without leading zeros")
    }
    let exponent = e.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard exponent & 1 == 1, (3...1 << 32).contains(exponent) else {
      throw .unsupportedKey("an RSA exponent is odd and from 3 to 2^32")
    }
    guard let modulus = BN_bin2bn(n, Int32(n.count), nil), let power = BN_bin2bn(e, Int32(e.count), nil) else {
      throw .failed("BN_bin2bn")
    }
    defer {
      BN_free(modulus)
      BN_free(power)
    }
    guard !RSAWeakModulus.isROCA(modulus) else { throw .unsupportedKey("an RSA key as ROCA makes them") }
    let key = build(type: "RSA") { parameters in
      OSSL_PARAM_BLD_push_BN(parameters, OSSL_PKEY_PARAM_RSA_N, modulus) == 1
        && OSSL_PARAM_BLD_push_BN(parameters, OSSL_PKEY_PARAM_RSA_E, power) == 1
    }
    guard let key else { throw .malformedKey("libcrypto refuses the RSA numbers") }
    return key
  }

  static func numbers(of key: OpaquePointer) throws(CryptoError) -> PublicKey.Numbers {
    if EVP_PKEY_is_a(key, "EC") == 1 {
      var name = [CChar](repeating: 0, count: 64)
      var count = 0
      guard EVP_PKEY_get_group_name(key, &name, name.count, &count) == 1,
        name.prefix(count).elementsEqual("prime256v1".utf8CString.dropLast())
      else {
        ERR_clear_error()
        throw .unsupportedKey("an EC key on another curve than P-256")
      }
      return .p256(
        x: try number(OSSL_PKEY_PARAM_EC_PUB_X, of: key, byteCount: 32),
        y: try number(OSSL_PKEY_PARAM_EC_PUB_Y, of: key, byteCount: 32))
    }
    if EVP_PKEY_is_a(key, "RSA") == 1 {
      return .rsa(n: try number(OSSL_PKEY_PARAM_RSA_N, of: key), e: try number(OSSL_PKEY_PARAM_RSA_E, of: key))
    }
    throw .unsupportedKey("neither EC P-256 nor RSA")
  }

  /// EVP_PKEY_PUBLIC_KEY, which is a macro over macros and does not import.
  private static let publicPart =
    OSSL_KEYMGMT_SELECT_PUBLIC_KEY | OSSL_KEYMGMT_SELECT_DOMAIN_PARAMETERS | OSSL_KEYMGMT_SELECT_OTHER_PARAMETERS

  private static func number(
    _ name: String, of key: OpaquePointer, byteCount: Int? = nil
  ) throws(CryptoError) -> [UInt8] {
    var found: OpaquePointer?
    guard EVP_PKEY_get_bn_param(key, name, &found) == 1, let found else {
      ERR_clear_error()
      throw .malformedKey("without its public number \(name)")
    }
    defer { BN_free(found) }
    var bytes = [UInt8](repeating: 0, count: byteCount ?? Int(BN_num_bits(found) + 7) / 8)
    guard BN_bn2binpad(found, &bytes, Int32(bytes.count)) >= 0 else {
      ERR_clear_error()
      throw .malformedKey("its public number \(name) is too large")
    }
    return bytes
  }

  private static func build(type: String, _ push: (OpaquePointer) -> Bool) -> OpaquePointer? {
    defer { ERR_clear_error() }
    guard Libcrypto.isReady, let builder = OSSL_PARAM_BLD_new() else { return nil }
    defer { OSSL_PARAM_BLD_free(builder) }
    guard push(builder), let parameters = OSSL_PARAM_BLD_to_param(builder) else { return nil }
    defer { OSSL_PARAM_free(parameters) }
    guard let context = EVP_PKEY_CTX_new_from_name(nil, type, nil) else { return nil }
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_fromdata_init(context) == 1,
      EVP_PKEY_fromdata(context, &key, publicPart, parameters) == 1
    else {
      EVP_PKEY_free(key)
      return nil
    }
    return key
  }
}
