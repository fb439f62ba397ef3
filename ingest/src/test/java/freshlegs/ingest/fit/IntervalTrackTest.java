package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.garmin.fit.Decode;
import com.garmin.fit.Mesg;
import com.garmin.fit.MesgNum;
import com.garmin.fit.RecordMesg;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTrackTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "formats/MaksVasilev--530-HRV.fit",
                "formats/jimmykane--running-with-developer-data.fit",
                "formats/polyvertex--garmin-fenix-5-run.fit",
                "formats/stadelmanma--hrv-activity.fit"
            })
    void beats_of_real_files_agree_with_the_heart_rate_beside_them(String name) throws IOException {
        IntervalTrack intervals = new IntervalTrack();
        List<Mesg> records = new ArrayList<>();
        try (InputStream file = Files.newInputStream(RealFiles.file(name))) {
            new Decode().read(file, mesg -> {
                if (mesg.getNum() == MesgNum.RECORD) {
                    intervals.atSample(Field.timestamp(mesg));
                    records.add(mesg);
                } else if (mesg.getNum() == MesgNum.HRV) {
                    intervals.takeHrv(mesg);
                }
            });
        }

        double told = 0;
        double found = 0;
        int both = 0;
        for (Mesg mesg : records) {
            long time = Field.timestamp(mesg).orElseThrow();
            int bpm = intervals.beats.meanBpm(time - 5, time);
            double measured = Field.number(mesg, RecordMesg.HeartRateFieldNum);
            if (bpm > 0 && measured > 0) {
                told += measured;
                found += bpm;
                both++;
            }
        }
        assertThat(both).isGreaterThan(records.size() / 4);
        assertThat(found / told).isCloseTo(1, within(0.05));
    }
}
