# The Functions host with NewsIngest in it. CONFIGURATION=Release waits for Event Grid; Debug scans the container, as Azurite needs it.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG CONFIGURATION=Release
WORKDIR /src
COPY . .
RUN dotnet publish functions --configuration $CONFIGURATION --output /app

FROM mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0
ENV AzureWebJobsScriptRoot=/home/site/wwwroot \
    AzureFunctionsJobHost__Logging__Console__IsEnabled=true \
    FUNCTIONS_WORKER_RUNTIME=dotnet-isolated
COPY --from=build /app /home/site/wwwroot
EXPOSE 80
