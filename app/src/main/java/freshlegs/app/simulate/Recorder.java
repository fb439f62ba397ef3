package freshlegs.app.simulate;

import freshlegs.ingest.fit.WrittenActivity;
import freshlegs.ingest.fit.WrittenHrvStatus;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.ingest.fit.WrittenSleep;
import freshlegs.model.fact.CheckIn;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Keeps what one athlete's watch and questionnaire give, as it comes. */
interface Recorder {
    void keep(WrittenActivity activity) throws IOException;

    void keep(LocalDate date, WrittenMonitoring monitoring) throws IOException;

    void keep(LocalDate date, WrittenHrvStatus night) throws IOException;

    void keep(LocalDate date, WrittenSleep sleep) throws IOException;

    void keepCheckIns(List<CheckIn> checkIns) throws IOException;
}
