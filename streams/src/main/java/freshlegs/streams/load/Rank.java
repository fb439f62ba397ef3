package freshlegs.streams.load;

/** Finds the number that would come at some place if all were sorted, without sorting them (Hoare 1961). */
public final class Rank {
    private Rank() {}

    /** What comes after {@code before} others among the first {@code count} numbers, whose order is lost. */
    public static double of(int before, double[] numbers, int count) {
        int first = 0;
        int last = count - 1;
        while (first < last) {
            double pivot = numbers[before];
            int left = first;
            int right = last;
            while (left <= right) {
                while (numbers[left] < pivot) {
                    left++;
                }
                while (pivot < numbers[right]) {
                    right--;
                }
                if (left <= right) {
                    double smaller = numbers[right];
                    numbers[right--] = numbers[left];
                    numbers[left++] = smaller;
                }
            }
            first = right < before ? left : first;
            last = before < left ? right : last;
        }
        return numbers[before];
    }
}
