package freshlegs.app.world;

import java.util.ArrayList;
import java.util.List;

/** Numbers that were drawn, and their moments. */
final class Sample {
    private final List<Double> numbers = new ArrayList<>();

    void add(double number) {
        numbers.add(number);
    }

    int size() {
        return numbers.size();
    }

    double get(int place) {
        return numbers.get(place);
    }

    double mean() {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    double deviation() {
        return Math.sqrt(covariance(this));
    }

    double correlation(Sample other) {
        return covariance(other) / (deviation() * other.deviation());
    }

    /** With itself, so many places later. */
    double autocorrelation(int lag) {
        Sample earlier = new Sample();
        Sample later = new Sample();
        for (int i = lag; i < size(); i++) {
            earlier.add(get(i - lag));
            later.add(get(i));
        }
        return earlier.correlation(later);
    }

    private double covariance(Sample other) {
        double mean = mean();
        double otherMean = other.mean();
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += (get(i) - mean) * (other.get(i) - otherMean);
        }
        return sum / (size() - 1);
    }
}
