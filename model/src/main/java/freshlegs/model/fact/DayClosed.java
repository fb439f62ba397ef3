package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;

/** The athlete's local day is over: time passing, told as a fact, so that no stage has to ask a clock. */
public record DayClosed(AthleteId athlete, LocalDate localDate, Instant ingestedAt) implements Fact {
    @Override
    public String factId() {
        return localDate.toString();
    }

    @Override
    public String revision() {
        return "0";
    }

    @Override
    public FactKind kind() {
        return FactKind.DAY_CLOSED;
    }

    @Override
    public long rank() {
        return 0;
    }
}
