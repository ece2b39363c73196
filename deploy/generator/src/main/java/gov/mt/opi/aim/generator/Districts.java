package gov.mt.opi.aim.generator;

import java.util.ArrayList;
import java.util.List;

/** The districts of a state: sizes as Montana has them, half of all districts with fewer than 70 students in 150,000. */
final class Districts {

    /** Spread of the logarithms of the sizes: the mean is five times the median. */
    private static final double SPREAD = 1.84;

    private static final double LARGEST_PART = 0.0713;

    private final List<District> all = new ArrayList<>();

    Districts(Plan plan) {
        double[] weights = new double[plan.districts()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double quantile = (i + 0.5) / weights.length;
            weights[i] = Math.exp(SPREAD * normalQuantile(1 - quantile));
            sum += weights[i];
        }
        double cap = Math.max(LARGEST_PART, 1.0 / weights.length) * sum;
        double capped = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.min(weights[i], cap);
            capped += weights[i];
        }
        int first = 0;
        double cumulated = 0;
        for (int i = 0; i < weights.length; i++) {
            cumulated += weights[i];
            int end =
                    i == weights.length - 1 ? plan.students() : (int) Math.round(plan.students() * cumulated / capped);
            all.add(District.of(String.valueOf(i + 1), first, end - first));
            first = end;
        }
    }

    List<District> all() {
        return all;
    }

    District home(int student) {
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            District district = all.get(middle);
            if (student >= district.first() + district.students()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return all.get(low);
    }

    /** Another district than this one; the same when there is no other. */
    District other(District than, Dice dice) {
        District found = all.get(dice.below(all.size()));
        return found.number().equals(than.number()) ? all.get((all.indexOf(found) + 1) % all.size()) : found;
    }

    /** Quantile of the normal distribution, by the approximation of Hastings: good to three digits. */
    private static double normalQuantile(double part) {
        double smaller = Math.min(part, 1 - part);
        double t = Math.sqrt(-2 * Math.log(smaller));
        double quantile = t
                - (2.515517 + 0.802853 * t + 0.010328 * t * t)
                        / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
        return part < 0.5 ? -quantile : quantile;
    }
}
