# A thin front of the commands in the README.
param([ValidateSet('test', 'quickstart', 'build')][string]$Task = 'test')
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
switch ($Task) {
    'build' { dotnet build }
    'test' { dotnet test }
    'quickstart' { dotnet run -c Release --project src/ActorLearning.Cli -- run scenarios/quickstart.yaml }
}
exit $LASTEXITCODE
