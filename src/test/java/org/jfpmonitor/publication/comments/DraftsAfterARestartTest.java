package org.jfpmonitor.publication.comments;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentSubject;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.page.Visitor;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class DraftsAfterARestartTest {

	@TempDir
	private Path data;

	private static PlanEditions plan(ConfigurableApplicationContext service) {
		return service.getBean(PlanVersions.class).current().single().orElseThrow();
	}

	@EveryCase
	@Test
	void aDraftIsThereAfterARestart() {
		TestDatabase database = TestDatabase.create();
		Comment written;
		try (ConfigurableApplicationContext service = start(database)) {
			written = service.getBean(CommentWriter.class)
				.write(new CommentWriter.WantedComment("6b", null, "2025-04", "draft", 0, "Half a sentence", null, null,
						null, null), plan(service), new Visitor("office", false, true, true, true));
		}
		try (ConfigurableApplicationContext service = start(database)) {
			CommentSubject subject = new CommentSubject(ObjectiveCode.of("6b"), null, YearMonth.of(2025, 4));

			assertThat(service.getBean(Comments.class)
				.commentary(plan(service), LocalDate.of(2025, 4, 30))
				.newest(subject)).get()
				.satisfies((kept) -> assertThat(kept.text()).isEqualTo(written.text()))
				.satisfies((kept) -> assertThat(kept.author()).isEqualTo("office"))
				.satisfies((kept) -> assertThat(kept.state()).isEqualTo(Comment.Stage.DRAFT));
		}
	}

	private ConfigurableApplicationContext start(TestDatabase database) {
		return new SpringApplicationBuilder(JfpMonitor.class).web(WebApplicationType.NONE)
			.profiles("command")
			.run("--jfp.demo=false", "--jfp.today=2025-05-15", "--jfp.data=" + this.data,
					"--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
					"--spring.datasource.password=" + database.password());
	}

}
