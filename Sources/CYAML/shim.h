// Everything used of libyaml: its event parser.
#pragma once
#if !__has_include(<yaml.h>)
#error "yaml.h is missing; install it with: apt-get install libyaml-dev"
#endif
#include <yaml.h>
