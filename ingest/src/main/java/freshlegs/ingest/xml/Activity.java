package freshlegs.ingest.xml;

import freshlegs.model.Sport;
import freshlegs.model.fact.Device;
import freshlegs.model.fact.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One activity while its file is read. */
final class Activity {
    static final Device UNKNOWN = new Device("unknown", Optional.empty(), Optional.empty());

    final Points points = new Points(Samples.MAX_SIZE);
    final List<WrittenLap> laps = new ArrayList<>();
    final List<Stop> stops = new ArrayList<>();
    Optional<Sport> sport = Optional.empty();
    Optional<String> subSport = Optional.empty();
    OptionalLong start = OptionalLong.empty();
    Device device = UNKNOWN;

    /** From the last point before a break to the first one after it, in seconds since 1970. */
    record Stop(long from, long to) {}
}
