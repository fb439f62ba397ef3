package freshlegs.streams.trend;

/**
 * Weighted least squares in a level and three slopes by its normal equations: the upper triangle of a symmetric 4 x 4 matrix
 * and its right side. Small enough to be solved by elimination; runs can be added and taken out again.
 */
final class NormalEquations {
    private static final int TERMS = 4;
    private static final int WIDTH = TERMS + 1;

    /** Row by row, the right side last in each; what lies below the diagonal stays 0. */
    private final double[] rows;

    NormalEquations() {
        this(new double[TERMS * WIDTH]);
    }

    private NormalEquations(double[] rows) {
        this.rows = rows;
    }

    /** Equations that lean on {@code prior} as strongly as its {@code spread} says, 0 meaning not at all. */
    static NormalEquations leaningOn(double[] prior, double[] spread, double noise) {
        NormalEquations equations = new NormalEquations();
        for (int i = 0; i < TERMS; i++) {
            double strength = spread[i] == 0 ? 0 : noise * noise / (spread[i] * spread[i]);
            equations.rows[i * WIDTH + i] = strength;
            equations.rows[i * WIDTH + TERMS] = strength * prior[i];
        }
        return equations;
    }

    /** One observation at the terms 1, {@code b}, {@code c} and {@code d}. */
    void add(double b, double c, double d, double observed, double weight) {
        double wb = weight * b;
        double wc = weight * c;
        double wd = weight * d;
        rows[0] += weight;
        rows[1] += wb;
        rows[2] += wc;
        rows[3] += wd;
        rows[4] += weight * observed;
        rows[6] += wb * b;
        rows[7] += wb * c;
        rows[8] += wb * d;
        rows[9] += wb * observed;
        rows[12] += wc * c;
        rows[13] += wc * d;
        rows[14] += wc * observed;
        rows[18] += wd * d;
        rows[19] += wd * observed;
    }

    void add(NormalEquations other) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] += other.rows[i];
        }
    }

    NormalEquations copy() {
        return new NormalEquations(rows.clone());
    }

    NormalEquations minus(NormalEquations other) {
        NormalEquations rest = new NormalEquations();
        for (int i = 0; i < rows.length; i++) {
            rest.rows[i] = rows[i] - other.rows[i];
        }
        return rest;
    }

    /** Gaussian elimination without pivoting, since the matrix is symmetric and positive definite. */
    double[] solve() {
        double[] left = rows.clone();
        for (int pivot = 0; pivot < TERMS; pivot++) {
            int top = pivot * WIDTH;
            for (int row = pivot + 1; row < TERMS; row++) {
                double factor = left[top + row] / left[top + pivot];
                for (int k = row; k < WIDTH; k++) {
                    left[row * WIDTH + k] -= factor * left[top + k];
                }
            }
        }
        double[] solution = new double[TERMS];
        for (int row = TERMS - 1; row >= 0; row--) {
            double rest = left[row * WIDTH + TERMS];
            for (int k = row + 1; k < TERMS; k++) {
                rest -= left[row * WIDTH + k] * solution[k];
            }
            solution[row] = rest / left[row * WIDTH + row];
        }
        return solution;
    }
}
