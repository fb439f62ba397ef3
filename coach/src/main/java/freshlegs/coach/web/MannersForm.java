package freshlegs.coach.web;

import freshlegs.coach.access.Refusal;
import freshlegs.coach.page.MannersPage.Form;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.tell.Manners;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody's manners in the fields of a form, and back. */
final class MannersForm {
    private static final Pattern HOUR = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern BUDGET = Pattern.compile("[1-9]\\d{0,2}");

    private MannersForm() {}

    static Form of(Manners manners) {
        return new Form(
                manners.zone().equals(ZoneOffset.UTC) ? "UTC" : manners.zone().getId(),
                manners.toldAt().toString(),
                manners.quietFrom().toString(),
                manners.quietTo().toString(),
                String.valueOf(manners.weeklyBudget()),
                manners.reviewOn().name());
    }

    static Form of(Context request) {
        return new Form(
                said(request, "zone"),
                said(request, "toldAt"),
                said(request, "quietFrom"),
                said(request, "quietTo"),
                said(request, "weeklyBudget"),
                said(request, "reviewOn"));
    }

    private static String said(Context request, String field) {
        String said = Optional.ofNullable(request.formParam(field)).orElse("").strip();
        return said.length() <= 60 ? said : "";
    }

    /** Refuses what it cannot read, saying what would do. */
    static Manners read(Form form, Sayings sayings) {
        if (!Stream.of(form.toldAt(), form.quietFrom(), form.quietTo())
                .allMatch(hour -> HOUR.matcher(hour).matches())) {
            throw new Refusal(sayings.say("manners.wrong.hour"));
        }
        if (!BUDGET.matcher(form.weeklyBudget()).matches()
                || Integer.parseInt(form.weeklyBudget()) > Manners.LARGEST_BUDGET) {
            throw new Refusal(sayings.say("manners.wrong.budget", Manners.LARGEST_BUDGET));
        }
        if (Stream.of(DayOfWeek.values()).noneMatch(day -> day.name().equals(form.reviewOn()))) {
            throw new Refusal(sayings.say("manners.wrong.day"));
        }
        return new Manners(
                zone(form.zone(), sayings),
                LocalTime.parse(form.toldAt()),
                LocalTime.parse(form.quietFrom()),
                LocalTime.parse(form.quietTo()),
                Integer.parseInt(form.weeklyBudget()),
                DayOfWeek.valueOf(form.reviewOn()));
    }

    private static ZoneId zone(String zone, Sayings sayings) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Refusal(sayings.say("manners.wrong.zone"));
        }
    }
}
