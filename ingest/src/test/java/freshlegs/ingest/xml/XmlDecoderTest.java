package freshlegs.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Kind;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Device;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Pause;
import freshlegs.model.fact.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlDecoderTest {
    private static final Origin ORIGIN =
            new Origin(AthleteId.of("anna"), Instant.parse("2026-05-05T08:00:00Z"), instant -> ZoneOffset.ofHours(3));
    private static final String TCX = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- synthetic -->
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
                xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
              <Activities><Activity Sport="Running"><Id>2026-05-04T22:30:00.000Z</Id>
                <Lap StartTime="2026-05-04T22:30:00.000Z">
                  <TotalTimeSeconds>4.0</TotalTimeSeconds><DistanceMeters>12.5</DistanceMeters>
                  <AverageHeartRateBpm><Value>121</Value></AverageHeartRateBpm>
                  <MaximumHeartRateBpm><Value>123</Value></MaximumHeartRateBpm>
                  <Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod>
                  <Track>
                    <Trackpoint><Time>2026-05-04T22:30:00Z</Time>
                      <Position><LatitudeDegrees>1</LatitudeDegrees><LongitudeDegrees>2</LongitudeDegrees></Position>
                      <AltitudeMeters>100.4</AltitudeMeters><DistanceMeters>0</DistanceMeters>
                      <HeartRateBpm><Value>120</Value></HeartRateBpm>
                      <Extensions><ns3:TPX><ns3:Speed>3.1</ns3:Speed><ns3:RunCadence>85</ns3:RunCadence>
                        <ns3:Watts>250</ns3:Watts></ns3:TPX></Extensions></Trackpoint>
                    <Trackpoint><Time>2026-05-04T22:30:02Z</Time><DistanceMeters>6.2</DistanceMeters></Trackpoint>
                  </Track>
                  <Track>
                    <Trackpoint><Time>2026-05-04T22:30:12Z</Time><DistanceMeters>6.2</DistanceMeters>
                      <HeartRateBpm><Value>0</Value></HeartRateBpm></Trackpoint>
                    <Trackpoint><Time>2026-05-04T22:30:14Z</Time><DistanceMeters>12.5</DistanceMeters>
                      <HeartRateBpm><Value>123</Value></HeartRateBpm></Trackpoint>
                  </Track>
                </Lap>
                <Creator><Name>Forerunner 55</Name><UnitId>4711</UnitId></Creator>
              </Activity></Activities>
            </TrainingCenterDatabase>
            """;
    private static final String GPX = """
            <gpx version="1.1" creator="synthetic" xmlns="http://www.topografix.com/GPX/1/1"
                xmlns:x="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
              <trk><name>n</name><type>trail_running</type>
                <trkseg>
                  <trkpt lat="0.0" lon="10.0"><ele>5</ele><time>2026-05-04T10:00:00Z</time>
                    <extensions><power>200</power><x:TrackPointExtension><x:atemp>21</x:atemp><x:hr>140</x:hr>
                      <x:cad>84</x:cad></x:TrackPointExtension></extensions></trkpt>
                  <trkpt lat="0.001" lon="10.0"><time>2026-05-04T10:00:30Z</time></trkpt>
                </trkseg>
                <trkseg>
                  <trkpt lat="1.0" lon="10.0"><time>2026-05-04T10:01:00Z</time></trkpt>
                  <trkpt lat="1.001" lon="10.0"><time>2026-05-04T10:01:30Z</time></trkpt>
                </trkseg>
              </trk>
            </gpx>
            """;

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void a_tcx_file_becomes_a_reduced_recording() throws IOException {
        Recording run = contents(TCX, Kind.TCX).recordings().get(0);

        assertThat(run.factId()).isEqualTo("20260504T223000Z-running");
        assertThat(run.localDate()).isEqualTo(LocalDate.parse("2026-05-05"));
        assertThat(run.source().format()).isEqualTo(Format.TCX);
        assertThat(run.device()).isEqualTo(new Device("unknown", Optional.of("Forerunner 55"), Optional.of("4711")));
        assertThat(run.summary().timerSeconds()).isEqualTo(4);
        assertThat(run.summary().elapsedSeconds()).isEqualTo(14);
        assertThat(run.summary().distanceMetres()).hasValue(12.5);
        assertThat(run.summary().meanHeartRateBpm()).hasValue(121);
        assertThat(run.summary().maximalHeartRateBpm()).hasValue(123);
        assertThat(run.pauses()).containsExactly(new Pause(2, 10));
        assertThat(run.laps()).singleElement().satisfies(lap -> {
            assertThat(lap.autoLap()).isFalse();
            assertThat(lap.intensity()).isEqualTo(Lap.Intensity.ACTIVE);
        });
        assertThat(run.samples().size()).isEqualTo(4);
        assertThat(run.samples().cadenceStepsPerMinute().at(0)).isEqualTo(170);
        assertThat(run.samples().speedMillimetresPerSecond().at(0)).isEqualTo(3100);
        assertThat(run.samples().powerWatts().at(0)).isEqualTo(250);
        assertThat(run.samples().altitudeDecimetres().at(0)).isEqualTo(1004);
        assertThat(run.samples().heartRateBpm().has(2)).isFalse();
    }

    @Test
    void a_gpx_file_is_measured_by_its_positions_and_pauses_between_segments() throws IOException {
        Recording run = contents(GPX, Kind.GPX).recordings().get(0);

        assertThat(run.sport()).isEqualTo(Sport.RUNNING);
        assertThat(run.subSport()).contains("trail_running");
        assertThat(run.summary().distanceMetres().orElseThrow()).isCloseTo(2 * 111.195, within(0.05));
        assertThat(run.summary().timerSeconds()).isEqualTo(60);
        assertThat(run.summary().elapsedSeconds()).isEqualTo(90);
        assertThat(run.pauses()).containsExactly(new Pause(30, 30));
        assertThat(run.samples().heartRateBpm().at(0)).isEqualTo(140);
        assertThat(run.samples().cadenceStepsPerMinute().at(0)).isEqualTo(168);
        assertThat(run.samples().temperatureCelsius().at(0)).isEqualTo(21);
        assertThat(run.samples().powerWatts().at(0)).isEqualTo(200);
    }

    @Test
    void a_degree_along_a_meridian_is_as_long_as_published() {
        assertThat(Ground.haversine(0, 0, 1, 0)).isCloseTo(111_195.08, within(0.1));
        assertThat(Ground.haversine(0, 179.5, 0, -179.5)).isCloseTo(111_195.08, within(0.1));
    }

    @Test
    void blanks_and_a_byte_order_mark_before_the_prolog_do_no_harm() throws IOException {
        Recording plain = contents(TCX, Kind.TCX).recordings().get(0);

        assertThat(contents("          " + TCX, Kind.TCX).recordings()).containsExactly(plain);
        assertThat(contents("\uFEFF\n" + TCX, Kind.TCX).recordings()).containsExactly(plain);
    }

    @Test
    void a_sport_that_the_file_does_not_say_is_the_likely_one() throws IOException {
        String silent = GPX.replace("<type>trail_running</type>", "");
        Path file = Files.writeString(folder.resolve("silent.gpx"), silent);
        XmlDecoder decoder = new XmlDecoder(Limits.STANDARD);

        assertThat(sport(decoder.decode(file, Kind.GPX, ORIGIN, Optional.of(Sport.CYCLING))))
                .isEqualTo(Sport.CYCLING);
        assertThat(sport(decoder.decode(file, Kind.GPX, ORIGIN, Optional.empty())))
                .isEqualTo(Sport.OTHER);
    }

    @Test
    void what_stands_before_a_break_is_salvaged() throws IOException {
        String cut = TCX.substring(0, TCX.indexOf("</Track>") + 20);
        Decoded.Contents contents = contents(cut, Kind.TCX);

        assertThat(contents.salvage().orElseThrow().reason()).isEqualTo("cut short");
        assertThat(contents.salvage().orElseThrow().percentRead()).isBetween(90, 99);
        Recording run = contents.recordings().get(0);
        assertThat(run.source().salvage()).isEqualTo(contents.salvage());
        assertThat(run.samples().size()).isEqualTo(2);
        assertThat(contents(GPX.replace("<trkpt lat=\"1.001\"", "<trkpt lat=1.001\""), Kind.GPX)
                        .salvage()
                        .orElseThrow()
                        .reason())
                .startsWith("damaged: from line");
    }

    @Test
    void several_tracks_are_several_recordings() throws IOException {
        String second =
                GPX.substring(GPX.indexOf("<trk>"), GPX.indexOf("</gpx>")).replace("T10:", "T18:");
        String both = GPX.replace("</gpx>", second + "</gpx>");

        assertThat(contents(both, Kind.GPX).recordings())
                .extracting(Recording::factId)
                .containsExactly("20260504T100000Z-running", "20260504T180000Z-running");
    }

    @Test
    void what_is_no_recording_says_what_it_is() throws IOException {
        assertThat(problem(GPX.replaceAll("<time>[^<]*</time>", ""), Kind.GPX))
                .isEqualTo("a route, not a recording: it has no times");
        assertThat(problem("<gpx><rte><rtept lat='1' lon='1'/></rte></gpx>", Kind.GPX))
                .isEqualTo("a route, not a recording: it has no times");
        assertThat(problem("<gpx></gpx>", Kind.GPX)).contains("without any track");
        assertThat(problem("<TrainingCenterDatabase><Courses><Course/></Courses></TrainingCenterDatabase>", Kind.TCX))
                .startsWith("a course or a workout");
    }

    @Test
    void nothing_outside_is_looked_at_and_no_entity_grows() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "2026-05-04T10:00:00Z");
        String outside = "<!DOCTYPE gpx [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>" + GPX.replace("30Z", "&s;");
        String laughs = "<!DOCTYPE gpx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + GPX;

        assertThat(problem(outside, Kind.GPX)).contains("DOCTYPE");
        assertThat(problem(laughs, Kind.GPX)).contains("DOCTYPE");
    }

    @Test
    void depth_points_and_laps_are_bounded() throws IOException {
        assertThat(problem("<gpx>" + "<a>".repeat(10_000), Kind.GPX)).contains("deep");
        StringBuilder many = new StringBuilder("<gpx><trk><trkseg>");
        for (int i = 0; i < 200; i++) {
            many.append("<trkpt lat='1' lon='1'><time>2026-05-04T10:00:00Z</time></trkpt>");
        }
        Path file = Files.writeString(folder.resolve("many.gpx"), many);
        Decoded refused = new XmlDecoder(Limits.STANDARD.with(Limit.TRACK_POINTS, 100))
                .decode(file, Kind.GPX, ORIGIN, Optional.empty());
        assertThat(refused).isInstanceOf(Decoded.Problem.class);
        assertThat(((Decoded.Problem) refused).reason()).contains("FRESHLEGS_LIMIT_TRACK_POINTS");
    }

    @Test
    void pieces_and_names_without_end_are_not_collected() throws IOException {
        String endless = "x".repeat(2 << 20);
        for (String piece : List.of(
                "<a b='" + endless + "'/>",
                "<!--<a>" + endless + "-->",
                "<a>" + endless + "</a>",
                "<?a " + endless + "?>")) {
            assertThat(problem(GPX.replace("<trk>", piece + "<trk>"), Kind.GPX)).contains("nothing usable");
        }
        StringBuilder names = new StringBuilder("<gpx>");
        for (int i = 0; i < 10_000; i++) {
            names.append("<a").append(i).append("/>");
        }
        assertThat(problem(names.toString(), Kind.GPX)).contains("kinds of elements");
    }

    @Test
    void every_mutation_is_answered() throws IOException {
        Random random = new Random(20260602);
        int mutations = Integer.getInteger("freshlegs.mutations.xml", 2_000);
        for (int i = 0; i < mutations; i++) {
            boolean tcx = i % 2 == 0;
            byte[] mutated = (tcx ? TCX : GPX).getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(6); change >= 0; change--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(128);
            }
            Path file = Files.write(folder.resolve("mutated"), mutated);
            Decoded decoded =
                    new XmlDecoder(Limits.STANDARD).decode(file, tcx ? Kind.TCX : Kind.GPX, ORIGIN, Optional.empty());
            assertThat(decoded).as("mutation %d", i).isNotNull();
        }
    }

    private Decoded.Contents contents(String text, Kind kind) throws IOException {
        Decoded decoded = decode(text, kind);
        assertThat(decoded).isInstanceOf(Decoded.Contents.class);
        return (Decoded.Contents) decoded;
    }

    private String problem(String text, Kind kind) throws IOException {
        Decoded decoded = decode(text, kind);
        assertThat(decoded).isInstanceOf(Decoded.Problem.class);
        return ((Decoded.Problem) decoded).reason();
    }

    private Decoded decode(String text, Kind kind) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        assertThat(Kind.of(file)).isEqualTo(kind);
        return new XmlDecoder(Limits.STANDARD).decode(file, kind, ORIGIN, Optional.empty());
    }

    private static Sport sport(Decoded decoded) {
        return ((Decoded.Contents) decoded).recordings().get(0).sport();
    }
}
