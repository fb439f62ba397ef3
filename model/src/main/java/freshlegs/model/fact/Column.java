package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/**
 * One quantity over all samples of a recording, as integers. On the wire: {@code gaps} as start and length pairs of missing
 * samples, {@code deltas} as the differences between consecutive present samples (the first one stands in full).
 */
public final class Column {
    public static final int MISSING = Integer.MIN_VALUE;

    private final int[] values;

    private Column(int[] values) {
        this.values = values;
    }

    public static Column of(int... values) {
        return new Column(values.clone());
    }

    /** Without a copy: nobody else may keep {@code values}. */
    public static Column owning(int[] values) {
        return new Column(values);
    }

    public static Column missing(int size) {
        int[] values = new int[size];
        Arrays.fill(values, MISSING);
        return new Column(values);
    }

    @JsonCreator
    static Column decode(
            @JsonProperty("size") int size, @JsonProperty("gaps") int[] gaps, @JsonProperty("deltas") int[] deltas) {
        if (size < 0 || size > Samples.MAX_SIZE || gaps.length % 2 != 0) {
            throw new IllegalArgumentException("column of impossible shape");
        }
        int[] values = new int[size];
        int missing = 0;
        for (int g = 0; g < gaps.length; g += 2) {
            Arrays.fill(values, gaps[g], gaps[g] + gaps[g + 1], MISSING);
            missing += gaps[g + 1];
        }
        if (missing + deltas.length != size) {
            throw new IllegalArgumentException("column of impossible shape");
        }
        int last = 0;
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (values[i] != MISSING) {
                last += deltas[next++];
                values[i] = last;
            }
        }
        return new Column(values);
    }

    @JsonProperty("size")
    public int size() {
        return values.length;
    }

    @JsonProperty("gaps")
    int[] gaps() {
        int[] gaps = new int[values.length + 1];
        int used = 0;
        for (int i = 0; i < values.length; ) {
            int end = i;
            while (end < values.length && values[end] == MISSING) {
                end++;
            }
            if (end > i) {
                gaps[used++] = i;
                gaps[used++] = end - i;
            }
            i = end + 1;
        }
        return Arrays.copyOf(gaps, used);
    }

    @JsonProperty("deltas")
    int[] deltas() {
        int[] deltas = new int[values.length];
        int used = 0;
        int last = 0;
        for (int value : values) {
            if (value != MISSING) {
                deltas[used++] = value - last;
                last = value;
            }
        }
        return Arrays.copyOf(deltas, used);
    }

    public int at(int index) {
        return values[index];
    }

    public boolean has(int index) {
        return values[index] != MISSING;
    }

    /** A copy of samples {@code from} (inclusive) to {@code to} (exclusive). */
    public Column slice(int from, int to) {
        return new Column(Arrays.copyOfRange(values, from, to));
    }

    @JsonIgnore
    public boolean isEmpty() {
        for (int value : values) {
            if (value != MISSING) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Column column && Arrays.equals(values, column.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Column[" + values.length + "]";
    }
}
