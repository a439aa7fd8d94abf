#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What file systems keep beside the content of a file: notes of its owner, access lists.
enum ExtendedAttributes {
  #if canImport(Darwin)
    /// Copies what can be copied: some belong to the system.
    static func copy(from path: String, to descriptor: Int32) {
      let source = open(path, O_RDONLY | O_CLOEXEC)
      guard source >= 0 else { return }
      _ = fcopyfile(source, descriptor, nil, copyfile_flags_t(COPYFILE_XATTR | COPYFILE_ACL))
      close(source)
    }
  #else
    private typealias List = @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<CChar>?, Int) -> Int
    private typealias Get = @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int) -> Int
    private typealias Set = @convention(c) (Int32, UnsafePointer<CChar>, UnsafeRawPointer, Int, Int32) -> Int32

    /// Copies what can be copied: some belong to the system.
    static func copy(from path: String, to descriptor: Int32) {
      // The C library has these functions, but Swift’s module map of it does not show them.
      guard let list = function("listxattr", List.self), let get = function("getxattr", Get.self),
        let set = function("fsetxattr", Set.self), let names = read({ list(path, $0, $1) })
      else { return }
      for name in names.split(separator: 0) {
        let name = Array(name) + [0]
        guard let value = read({ get(path, name, $0, $1) }) else { continue }
        _ = set(descriptor, name, value, value.count, 0)
      }
    }

    private static func function<Function>(_ name: String, _: Function.Type) -> Function? {
      dlsym(nil, name).map { unsafeBitCast($0, to: Function.self) }
    }

    /// Calls twice what tells its size when it is given no room.
    private static func read(_ call: (UnsafeMutablePointer<CChar>?, Int) -> Int) -> [CChar]? {
      let size = call(nil, 0)
      guard size > 0 else { return size == 0 ? [] : nil }
      var bytes = [CChar](repeating: 0, count: size)
      let count = bytes.withUnsafeMutableBufferPointer { call($0.baseAddress, size) }
      return count >= 0 ? Array(bytes.prefix(count)) : nil
    }
  #endif
}
