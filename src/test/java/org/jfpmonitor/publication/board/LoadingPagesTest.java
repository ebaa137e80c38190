package org.jfpmonitor.publication.board;

import java.util.Optional;

import org.jfpmonitor.publication.DataLoading;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What pages say while files of this start are still being read. */
@SpringBootTest(classes = { ExampleServer.class, LoadingPagesTest.HalfRead.class },
		webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
class LoadingPagesTest {

	private static final String SENTENCE = "Data is still being read: 3 of 12 months of files are in. Until all are,"
			+ " the statuses shown do not count yet.";

	@LocalServerPort
	private int port;

	@Test
	void theBoardSaysHowFarItIsAndLooksAgainByItself() {
		EntityExchangeResult<String> board = asked("/");
		assertThat(PageText.of(board.getResponseBody()))
			.contains(SENTENCE + " This page looks again every few seconds.");
		assertThat(board.getResponseBody()).contains("value=\"3\" max=\"12\"");
		assertThat(board.getResponseHeaders().getFirst("Refresh")).isEqualTo("4");
	}

	@Test
	void everyOtherPageSaysItToo() {
		for (String address : new String[] { "/measures", "/feeds", "/deliveries", "/objectives/6b", "/report" }) {
			EntityExchangeResult<String> page = asked(address);
			assertThat(PageText.of(page.getResponseBody())).as(address)
				.contains(SENTENCE)
				.doesNotContain("looks again");
			assertThat(page.getResponseHeaders().containsHeader("Refresh")).as(address).isFalse();
		}
	}

	private EntityExchangeResult<String> asked(String address) {
		return RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.get()
			.uri(address)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class);
	}

	/** No annotation marks it, or the scan of the whole service would find it. */
	static class HalfRead {

		@Bean
		DataLoading loading() {
			return () -> Optional.of(new DataLoading.LoadingProgress(3, 12));
		}

	}

}
