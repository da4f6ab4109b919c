// Everything used of cmark-gfm: the parser, its tree, and the table extension.
#pragma once
#if !__has_include(<cmark-gfm-core-extensions.h>)
#error "cmark-gfm-core-extensions.h is missing; install it with: apt-get install libcmark-gfm-extensions-dev"
#endif
#if !__has_include(<cmark-gfm.h>)
#error "cmark-gfm.h is missing; install it with: apt-get install libcmark-gfm-dev"
#endif
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
