package freshlegs.app.watch;

import java.time.Instant;
import java.util.List;

/** A watch of somebody's as she may have it: since when it is known to be hers, and which of its files were handed over. */
public record OwnWatch(String model, String serial, Instant since, List<String> files) {
    static OwnWatch of(KnownWatch known) {
        KnownWatch.Kept kept = known.kept();
        return new OwnWatch(
                kept.model(),
                kept.serial(),
                kept.since(),
                kept.files().stream().map(HandedOver::path).toList());
    }
}
