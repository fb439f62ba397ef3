package freshlegs.streams.session;

/**
 * The speed that best splits moving seconds into a slow and a fast class: the largest variance between the classes over a
 * histogram of 0.1 m/s (Otsu 1979, IEEE Trans SMC 9:62). Where several splits are equally good, their middle. {@code clarity} is
 * the share of the variance that lies between the classes: 1 for two speeds, 0.75 for an even spread, 0.64 for one bell.
 */
record OtsuSplit(double metresPerSecond, double slowMean, double fastMean, double clarity) {
    private static final double BIN = 0.1;
    private static final int BINS = 200;

    static OtsuSplit of(Series moving) {
        double[] seconds = new double[BINS];
        double[] metres = new double[BINS];
        double allSeconds = 0;
        double allMetres = 0;
        double allSquares = 0;
        for (int cell = 0; cell < moving.size(); cell++) {
            if (moving.has(cell)) {
                int bin = Math.min(BINS - 1, (int) (moving.at(cell) / BIN));
                seconds[bin]++;
                metres[bin] += moving.at(cell);
                allSeconds++;
                allMetres += moving.at(cell);
                allSquares += moving.at(cell) * moving.at(cell);
            }
        }
        double best = 0;
        OtsuSplit split = new OtsuSplit(0, 0, 0, 0);
        int first = 0;
        double slowSeconds = 0;
        double slowMetres = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            slowSeconds += seconds[bin];
            slowMetres += metres[bin];
            double fastSeconds = allSeconds - slowSeconds;
            if (slowSeconds == 0 || fastSeconds == 0) {
                continue;
            }
            double slow = slowMetres / slowSeconds;
            double fast = (allMetres - slowMetres) / fastSeconds;
            double between = slowSeconds * fastSeconds * (fast - slow) * (fast - slow);
            if (between > best) {
                best = between;
                first = bin;
            }
            if (between >= best) {
                double clarity = between / (allSeconds * allSquares - allMetres * allMetres);
                split = new OtsuSplit(BIN * (first + bin + 2) / 2, slow, fast, clarity);
            }
        }
        return split;
    }

    /** How much faster the fast class is, 0.15 for 15 %; 0 when there are no two classes. */
    double separation() {
        return slowMean > 0 ? fastMean / slowMean - 1 : 0;
    }
}
