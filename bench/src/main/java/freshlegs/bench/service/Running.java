package freshlegs.bench.service;

import java.util.function.BooleanSupplier;

/** A program at work. */
record Running(BooleanSupplier goesOn, AutoCloseable program) {}
