package freshlegs.app.world;

/**
 * Where chance comes from: each part (whose, what for, which day) leads to another seed, so that a draw here never moves a draw
 * there. Parts are joined by the finaliser of SplitMix64 (Steele, Lea and Flood 2014) after its golden-ratio step.
 */
record Seed(long state) {
    static Seed root(long seed) {
        return new Seed(mixed(seed));
    }

    Seed of(int part) {
        return new Seed(mixed(state + part));
    }

    /** By the purpose's name, so that another purpose may be added anywhere. */
    Seed of(Enum<?> purpose) {
        return of(purpose.name().hashCode());
    }

    Chance chance() {
        return new Chance(state);
    }

    private static long mixed(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
