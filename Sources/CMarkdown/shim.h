// Everything used of cmark-gfm: the parser, its tree, and the table extension.
#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
