package freshlegs.coach.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/** Told events as an iCalendar file (RFC 5545, RFC 7986): whole days, free and private, to be asked for again every hour. */
public final class CalendarText {
    private static final String NAME = "Training plan";
    private static final String ONE_HOUR = "PT1H";

    private CalendarText() {}

    /** The same bytes for the same events. */
    public static byte[] of(AthleteId athlete, List<ToldEvent> events) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Freshlegs//Training plan//EN");
        calendar.setName(NAME);
        calendar.setRefreshInterval(Duration.builder().hours(1).build()).setParameter("VALUE", "DURATION");
        calendar.addExperimentalProperty("X-WR-CALNAME", NAME);
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", ONE_HOUR);
        events.forEach(event -> calendar.addEvent(event(athlete, event)));
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("a calendar could not be written", e);
        }
        return Folding.fold(text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(AthleteId athlete, ToldEvent told) {
        VEvent event = new VEvent();
        Date changed = Date.from(told.changedAt());
        event.setUid(told.uid(athlete));
        event.setDateTimeStamp(changed);
        event.setLastModified(changed);
        event.setSequence(told.sequence());
        event.setDateStart(new DateStart(day(told.date())));
        event.setDateEnd(new DateEnd(day(told.date().plusDays(1))));
        event.setSummary(told.event().title());
        event.setDescription(told.event().description());
        event.setStatus(told.cancelled() ? Status.cancelled() : Status.confirmed());
        event.setTransparency(Transparency.transparent());
        event.setClassification(Classification.private_());
        return event;
    }

    private static ICalDate day(LocalDate date) {
        return new ICalDate(new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
    }
}
