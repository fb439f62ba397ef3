package freshlegs.coach.api;

import freshlegs.coach.read.ActivityRow;
import freshlegs.coach.read.EvidenceRow;
import freshlegs.coach.read.HeldSilence;
import freshlegs.coach.read.JudgedAlert;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.NoteRow;
import freshlegs.coach.read.RulePrecision;
import freshlegs.coach.read.SquadRow;
import freshlegs.coach.read.TermsRow;
import freshlegs.coach.read.ToldAlert;
import freshlegs.coach.read.TrailRow;
import freshlegs.model.AthleteId;
import freshlegs.model.result.Episode;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.WeekReview;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What programs are given: the same rows that the pages are made of. Of lists that go on, {@code next} is where. */
public final class Given {
    private Given() {}

    /** Everybody whom the asker may see. */
    public record Squad(List<SquadRow> athletes) {}

    /** How an athlete stands: the latest judged day with its evidence, the last weeks, and what is prescribed next. */
    public record Athlete(SquadRow now, Optional<StatusDay> day, List<WeekReview> weeks, Optional<Prescription> next) {}

    /** The plan day by day, and its terms if there is one. */
    public record Plan(LocalDate today, List<Prescription> days, Optional<TermsRow> terms) {}

    /** Alerts, the latest first. */
    public record Alerts(List<KnownEpisode> alerts, Optional<String> next) {}

    /** Everything about one alert; {@code stands} is missing from one that was withdrawn or merged. */
    public record Alert(
            String id,
            AthleteId athlete,
            Optional<Episode> stands,
            List<Episode> earlier,
            Optional<ToldAlert> told,
            List<EvidenceRow> evidence,
            List<Prescription> plan,
            Optional<JudgedAlert> verdict,
            List<HeldSilence> silences,
            List<NoteRow> notes,
            List<TrailRow> trail,
            List<RulePrecision> precision) {}

    /** Activities, the latest first. */
    public record Activities(List<ActivityRow> activities, Optional<String> next) {}

    /** What became of files, the latest first. */
    public record Files(List<FileOutcome> files, Optional<String> next) {}

    /** How far a file is that was handed over on a page. */
    public record FileState(String state, Optional<String> reason, boolean over) {}

    /** Notes, the latest first. */
    public record Notes(List<NoteRow> notes, Optional<String> next) {}

    /** How often people held alerts of a cause for right. */
    public record Precision(List<CausePrecision> causes) {}

    /** Of one cause, by the rules that raised them. */
    public record CausePrecision(Episode.Cause cause, List<RulePrecision> rules) {}

    /** Something that was said is safe; {@code pending} while the tables do not have it yet. */
    public record Receipt(String revision, boolean pending) {}

    /** Something is wrong, as RFC 9457 has it; {@code type} is a page that explains it, {@code advice} says what to do. */
    public record Problem(String type, String title, int status, String detail, String instance, String advice) {}
}
