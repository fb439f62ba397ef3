package freshlegs.coach.page;

import freshlegs.model.result.Domain;

/** How a marker's numbers are shown: a logarithm goes back to its unit, and a narrow spread gets two decimals. */
record Scale(boolean logarithmic, String unit, int decimals) {
    private static final String LOGARITHM = "ln ";

    static Scale of(Domain domain) {
        if (domain.unit().startsWith(LOGARITHM)) {
            return new Scale(true, domain.unit().substring(LOGARITHM.length()), 1);
        }
        boolean narrow = domain.spread().orElse(1) < 1;
        return new Scale(false, domain.unit(), narrow ? 2 : 1);
    }

    double back(double number) {
        return logarithmic ? Math.exp(number) : number;
    }

    String show(double number) {
        return decimals == 1 ? Numbers.one(back(number)) : Numbers.two(back(number));
    }
}
