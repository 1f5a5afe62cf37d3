package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.CommitReader;
import dev.tollgate.usage.UsageBatch;
import dev.tollgate.usage.UsageCommitted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Adds commits to the counters, one by one in the order of their numbers, each once, whichever node does it. */
@Component
class CommitCounter {

    private static final Logger log = LoggerFactory.getLogger(CommitCounter.class);

    private final QuotaBooks books;
    private final Counters counters;
    private final CounterRebuild rebuild;
    private final CommitFold fold;
    private final CommitReader commits;
    private final QuotaStatuses statuses;
    private final QuotaSettings settings;
    private final RedissonClient redis;
    private final Clock clock;

    CommitCounter(
            QuotaBooks books,
            Counters counters,
            CounterRebuild rebuild,
            CommitFold fold,
            CommitReader commits,
            QuotaStatuses statuses,
            QuotaSettings settings,
            RedissonClient redis,
            Clock clock) {
        this.books = books;
        this.counters = counters;
        this.rebuild = rebuild;
        this.fold = fold;
        this.commits = commits;
        this.statuses = statuses;
        this.settings = settings;
        this.redis = redis;
        this.clock = clock;
    }

    /** What became of a commit. */
    enum Outcome {
        /** It is counted now, in place of what was reserved or settled for its calls. */
        COUNTED,
        /** It is counted, with all before; what was reserved or settled for its calls may be counted too. */
        KNOWN,
        /** Somebody counts anew: try again in a moment. */
        BUSY
    }

    /** Adds a commit, and before it those that nobody has added. */
    Outcome add(UsageCommitted commit) {
        OrganizationId organization = commit.organization();
        QuotaBook book = books.of(organization);
        if (book.isEmpty()) {
            return Outcome.COUNTED;
        }
        return switch (apply(book, commit.batch())) {
            case "APPLIED" -> Outcome.COUNTED;
            case "KNOWN" -> Outcome.KNOWN;
            case "STALE" -> {
                books.fresh(organization);
                yield Outcome.BUSY;
            }
            case "GAP" -> catchUp(organization);
            case "REBUILD" -> rebuild.run(organization) ? catchUp(organization) : Outcome.BUSY;
            default -> Outcome.BUSY;
        };
    }

    /** Adds the commits that nobody has added. */
    Outcome catchUp(OrganizationId organization) {
        long newest = commits.newest(organization);
        String applied = redis.<String, String>getMap(Counters.root(organization), StringCodec.INSTANCE)
                .get("applied");
        if (applied == null) {
            return rebuild.run(organization) ? Outcome.KNOWN : Outcome.BUSY;
        }
        long reached = Long.parseLong(applied);
        if (reached > newest && reached > commits.newest(organization)) {
            return anew(organization, "they are ahead of the database");
        }
        while (reached < newest) {
            List<UsageBatch> missed = commits.after(organization, reached);
            if (missed.isEmpty() || missed.getFirst().sequence() != reached + 1) {
                return anew(organization, "the log was trimmed");
            }
            for (UsageBatch batch : missed) {
                String outcome = apply(books.of(organization), batch);
                if (!outcome.equals("APPLIED") && !outcome.equals("KNOWN")) {
                    books.fresh(organization);
                    return Outcome.BUSY;
                }
            }
            reached = missed.getLast().sequence();
        }
        return Outcome.KNOWN;
    }

    private Outcome anew(OrganizationId organization, String why) {
        log.warn("The quota counters of organization {} are made anew: {}", organization, why);
        rebuild.forget(organization);
        return rebuild.run(organization) ? Outcome.KNOWN : Outcome.BUSY;
    }

    private String apply(QuotaBook book, UsageBatch batch) {
        List<String> ids = Reservations.ids(batch.reservations());
        List<String> arguments = new ArrayList<>(List.of(
                Long.toString(clock.millis()),
                Long.toString(batch.sequence()),
                Long.toString(book.revision()),
                Long.toString(settings.remembered().toMillis()),
                Integer.toString(ids.size())));
        arguments.addAll(ids);
        fold.of(book, batch).values().forEach(addition -> {
            arguments.add(addition.quota().quota().id().toString());
            arguments.addAll(addition.quota().counters(addition.place().from()));
            arguments.addAll(addition.amounts().texts());
        });
        List<String> answer = counters.run(CounterScript.APPLY, book.organization(), arguments);
        if (answer.getFirst().equals("APPLIED")) {
            statuses.look(book, answer, 1);
        }
        return answer.getFirst();
    }
}
