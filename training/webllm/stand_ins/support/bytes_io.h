// The runtime's sources name this header by its place in the source tree; the wheel has it in its include folder.
#pragma once
#include <tvm/support/bytes_io.h>
