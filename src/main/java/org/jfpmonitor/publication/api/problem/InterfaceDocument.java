package org.jfpmonitor.publication.api.problem;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.progress.Sender;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.address.KnownOn;
import org.jfpmonitor.publication.page.Visitor;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.web.method.HandlerMethod;

/**
 * What {@code /api/openapi.json} says beyond what the controllers show by themselves: the
 * two days of every read, the problem documents, and who may write.
 */
@Configuration(proxyBeanMethods = false)
class InterfaceDocument {

	private static final String PASSWORD = "password";

	static {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(Viewpoint.class, KnownOn.class, PlanEditions.class, Sender.class, Visitor.class);
	}

	@Bean
	OpenAPI describedInterface(ObjectProvider<BuildProperties> build) {
		return new OpenAPI()
			.info(new Info().title("JFP Monitor")
				.description("Where each objective of a Joint Forward Plan stands, and why. Shares are between 0 and 1,"
						+ " durations in seconds, days and the ends of periods inclusive.")
				.version(build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown"))
				.license(new License().name("MIT")))
			.schemaRequirement(PASSWORD,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("basic")
						.description("Every write needs a user with a role. Reads need a user as well,"
								+ " unless the settings say that reading is open on the machine itself."));
	}

	/**
	 * The server is the one that the description came from, whatever name and port it has
	 * before a proxy: only the path is said.
	 */
	@Bean
	ServerBaseUrlCustomizer pathOfServer() {
		return (address, request) -> {
			String path = URI.create(address).getPath();
			return path.isEmpty() ? "/" : path;
		};
	}

	@Bean
	OperationCustomizer daysOfReads() {
		return (operation, method) -> asksFor(KnownOn.class, method) ? withDays(operation)
				: asksFor(Viewpoint.class, method) ? withEdition(withDays(operation)) : operation;
	}

	@Bean
	GlobalOpenApiCustomizer refusals() {
		return (document) -> document.getPaths().values().forEach((path) -> {
			path.readOperations().forEach(InterfaceDocument::addProblems);
			if (path.getPost() != null) {
				path.getPost().addSecurityItem(new SecurityRequirement().addList(PASSWORD));
			}
		});
	}

	private static boolean asksFor(Class<?> type, HandlerMethod method) {
		return List.of(method.getMethod().getParameterTypes()).contains(type);
	}

	private static Operation withDays(Operation operation) {
		return operation
			.addParametersItem(
					day("known-on", "The day whose knowledge is used, to its end in London. Today if absent."))
			.addParametersItem(day("as-of", "The day asked about. The day of known-on if absent."));
	}

	private static Operation withEdition(Operation operation) {
		return operation.addParametersItem(new QueryParameter().name("edition")
			.description(
					"The edition of the plan in force on as-of; without as-of the newest day that it judges is meant."
							+ " Where several plans share the service, it leads to the plan that has it.")
			.required(false)
			.schema(new StringSchema()));
	}

	private static QueryParameter day(String name, String description) {
		QueryParameter parameter = new QueryParameter();
		parameter.name(name).description(description).required(false).schema(new DateSchema());
		return parameter;
	}

	private static void addProblems(Operation operation) {
		operation.getResponses()
			.addApiResponse("default", new ApiResponse()
				.description("What was expected, what was found and what to do, as a problem document (RFC 9457);"
						+ " each fault under \"faults\".")
				.content(new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
						new MediaType().schema(new Schema<ProblemDetail>().type("object")))));
	}

}
