package freshlegs.streams.trend;

import java.util.Arrays;

/** Weighted least squares by its normal equations, small enough to be solved by elimination; runs can be added and removed. */
final class NormalEquations {
    private static final double SINGULAR = 1e-12;
    private final double[][] left;
    private final double[] right;

    NormalEquations(int terms) {
        this.left = new double[terms][terms];
        this.right = new double[terms];
    }

    /** Equations that lean on {@code prior} as strongly as its {@code spread} says, 0 meaning not at all. */
    static NormalEquations leaningOn(double[] prior, double[] spread, double noise) {
        NormalEquations equations = new NormalEquations(prior.length);
        for (int i = 0; i < prior.length; i++) {
            double strength = spread[i] == 0 ? 0 : noise * noise / (spread[i] * spread[i]);
            equations.left[i][i] = strength;
            equations.right[i] = strength * prior[i];
        }
        return equations;
    }

    void add(double[] terms, double observed, double weight) {
        for (int i = 0; i < terms.length; i++) {
            right[i] += weight * terms[i] * observed;
            for (int j = 0; j < terms.length; j++) {
                left[i][j] += weight * terms[i] * terms[j];
            }
        }
    }

    NormalEquations plus(NormalEquations other) {
        return combined(other, 1);
    }

    NormalEquations minus(NormalEquations other) {
        return combined(other, -1);
    }

    private NormalEquations combined(NormalEquations other, int sign) {
        NormalEquations sum = new NormalEquations(right.length);
        for (int i = 0; i < right.length; i++) {
            sum.right[i] = right[i] + sign * other.right[i];
            for (int j = 0; j < right.length; j++) {
                sum.left[i][j] = left[i][j] + sign * other.left[i][j];
            }
        }
        return sum;
    }

    /** Gaussian elimination with partial pivoting; a term about which nothing is known becomes 0. */
    double[] solve() {
        int n = right.length;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOf(left[i], n + 1);
            rows[i][n] = right[i];
        }
        for (int column = 0; column < n; column++) {
            pivot(rows, column);
            for (int row = column + 1; row < n; row++) {
                double factor =
                        Math.abs(rows[column][column]) < SINGULAR ? 0 : rows[row][column] / rows[column][column];
                for (int k = column; k <= n; k++) {
                    rows[row][k] -= factor * rows[column][k];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = rows[row][n];
            for (int k = row + 1; k < n; k++) {
                rest -= rows[row][k] * solution[k];
            }
            solution[row] = Math.abs(rows[row][row]) < SINGULAR ? 0 : rest / rows[row][row];
        }
        return solution;
    }

    private static void pivot(double[][] rows, int column) {
        int best = column;
        for (int row = column + 1; row < rows.length; row++) {
            if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
                best = row;
            }
        }
        double[] swapped = rows[column];
        rows[column] = rows[best];
        rows[best] = swapped;
    }
}
