/// Nothing but the linker flags that Package.swift gives to this target.
enum StaticRuntime {}
