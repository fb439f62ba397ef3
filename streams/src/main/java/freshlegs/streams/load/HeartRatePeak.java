package freshlegs.streams.load;

import com.fasterxml.jackson.annotation.JsonFormat;
import freshlegs.model.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A day's highest 30-second mean heart rate that may still be the highest of twelve months. A list of them is kept oldest
 * first and strictly falling (a higher, later peak makes those before it pointless), which bounds its length.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record HeartRatePeak(LocalDate date, double bpm) {

    static final int MONTHS_KEPT = 12;

    static List<HeartRatePeak> with(List<HeartRatePeak> past, LocalDate today, OptionalDouble highestBpm) {
        LocalDate first = today.minusMonths(MONTHS_KEPT);
        List<HeartRatePeak> kept = new ArrayList<>(past);
        kept.removeIf(peak -> peak.date().isBefore(first));
        highestBpm.ifPresent(bpm -> {
            double rounded = Rounding.to(0, bpm);
            kept.removeIf(peak -> peak.bpm() <= rounded);
            kept.add(new HeartRatePeak(today, rounded));
        });
        return List.copyOf(kept);
    }
}
