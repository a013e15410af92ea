// Streams that tensors are written to and read from as text. A library's weights come as files, never as text, so a
// call is a mistake and ends in an error.
#pragma once
#include <tvm/ffi/error.h>
#include <tvm/support/io.h>

namespace tvm {
namespace support {
class Base64Stream : public Stream {
 public:
  using Stream::Read;
  using Stream::Write;
  explicit Base64Stream(Stream*) {}
  size_t Read(void*, size_t) override { return Refuse(); }
  size_t Write(const void*, size_t) override { return Refuse(); }
  void InitPosition() {}
  void Finish() {}

 private:
  size_t Refuse() {
    TVM_FFI_THROW(InternalError) << "tensors as text are not part of this library";
    return 0;
  }
};
using Base64OutStream = Base64Stream;
using Base64InStream = Base64Stream;
}  // namespace support
}  // namespace tvm
