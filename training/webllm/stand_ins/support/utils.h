// Nothing of this header is used by the parts of the runtime that are linked.
#pragma once
