using System.Runtime.CompilerServices;

// What is allocated on the stack is written before it is read: to clear it first costs more than some methods do.
[module: SkipLocalsInit]
