package freshlegs.ingest.track;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A line with fewer corners of which no left-out one lies farther than a tolerance from it (Douglas and Peucker 1973, Cartographica
 * 10:112): the ends are kept and, as long as any corner between two kept ones lies beyond the tolerance, the farthest. Each piece that
 * begins anew is a line of its own.
 */
final class Simplified {
    private Simplified() {}

    static List<Spot> of(List<Spot> spots, double toleranceMetres) {
        BitSet kept = new BitSet(spots.size());
        for (int from = 0; from < spots.size(); ) {
            int end = from + 1;
            while (end < spots.size() && !spots.get(end).begins()) {
                end++;
            }
            keep(spots, from, end - 1, toleranceMetres, kept);
            from = end;
        }
        List<Spot> fewer = new ArrayList<>();
        kept.stream().forEach(i -> fewer.add(spots.get(i)));
        return fewer;
    }

    private static void keep(List<Spot> spots, int first, int last, double tolerance, BitSet kept) {
        kept.set(first);
        kept.set(last);
        Deque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {first, last});
        while (!open.isEmpty()) {
            int[] part = open.pop();
            int farthest = -1;
            double most = tolerance;
            for (int i = part[0] + 1; i < part[1]; i++) {
                double metres = spots.get(i).metresFrom(spots.get(part[0]), spots.get(part[1]));
                if (metres > most) {
                    most = metres;
                    farthest = i;
                }
            }
            if (farthest >= 0) {
                kept.set(farthest);
                open.push(new int[] {part[0], farthest});
                open.push(new int[] {farthest, part[1]});
            }
        }
    }
}
