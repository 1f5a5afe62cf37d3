package dev.tollgate.demo;

import dev.tollgate.demo.DemoFeature.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who uses what: models come and go over the 30 days, so that comparisons have something to show. */
final class DemoFeatures {

    /** All of them. A choice that begins below 0 is new: it is not there in the first days. */
    static final List<DemoFeature> ALL = List.of(
            feature(
                    "assistant",
                    DemoTeam.SUPPORT,
                    "helpdesk",
                    30,
                    null,
                    use(DemoModel.SONNET_4_5, 60, 10),
                    use(DemoModel.SONNET_4_6, -30, 50),
                    use(DemoModel.GPT_5_MINI, 40, 40)),
            feature(
                    "triage",
                    DemoTeam.SUPPORT,
                    "helpdesk",
                    14,
                    null,
                    use(DemoModel.GPT_4O_MINI, 70, 0),
                    use(DemoModel.GPT_5_4_MINI, 0, 60),
                    use(DemoModel.HAIKU_4_5, 30, 40)),
            feature(
                    "answers",
                    DemoTeam.SEARCH,
                    "web-search",
                    17,
                    "priority",
                    use(DemoModel.GPT_5_5, 40, 55),
                    use(DemoModel.GEMINI_3_1_PRO, 30, 35),
                    use(DemoModel.GPT_4_1, 30, -5)),
            feature(
                    "query-rewrite",
                    DemoTeam.SEARCH,
                    "web-search",
                    11,
                    null,
                    use(DemoModel.GEMINI_2_5_FLASH, 60, 60),
                    use(DemoModel.LLAMA_70B, 40, 40)),
            feature(
                    "code-review",
                    DemoTeam.ENGINEERING,
                    "developer-tools",
                    9,
                    null,
                    use(DemoModel.OPUS_4_6, 45, 35),
                    use(DemoModel.GPT_5_5, 35, 35),
                    use(DemoModel.SONNET_4_6, 20, 30)),
            feature(
                    "code-completion",
                    DemoTeam.ENGINEERING,
                    "developer-tools",
                    8,
                    null,
                    use(DemoModel.DEEPSEEK_CHAT, 60, 45),
                    use(DemoModel.GPT_5_4_MINI, 40, 55)),
            feature(
                    "email-draft",
                    DemoTeam.SALES,
                    "crm",
                    5,
                    null,
                    use(DemoModel.AZURE_GPT_4O, 80, 55),
                    use(DemoModel.GPT_5_MINI, 20, 45)),
            feature(
                    "lead-research",
                    DemoTeam.SALES,
                    "crm",
                    3,
                    null,
                    use(DemoModel.GROK_4, 50, 60),
                    use(DemoModel.GEMINI_3_1_PRO, 50, 40)),
            feature(
                    "contract-review",
                    DemoTeam.LEGAL,
                    "documents",
                    2,
                    null,
                    use(DemoModel.AWS_SONNET_4_5, 60, 60),
                    use(DemoModel.O3, 40, 40)),
            feature(
                    "translation",
                    DemoTeam.LEGAL,
                    "documents",
                    3,
                    "flex",
                    use(DemoModel.MISTRAL_LARGE, 70, 60),
                    use(DemoModel.UNPRICED, 30, 40)),
            feature(
                    "nightly-summaries",
                    DemoTeam.DATA,
                    "reporting",
                    8,
                    DemoFeature.BATCH,
                    use(DemoModel.GPT_4_1, 60, 30),
                    use(DemoModel.GEMINI_3_1_PRO, 40, 70)));

    private DemoFeatures() {}

    private static DemoFeature feature(
            String name, DemoTeam team, String project, double weight, @Nullable String tier, Choice... choices) {
        return new DemoFeature(name, team, project, weight, tier, List.of(choices));
    }

    private static Choice use(DemoModel model, double first, double last) {
        return new Choice(model, first, last);
    }
}
